import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ContestPayFindingDocument, EnterprisePayFindingsDocument, type ToldFindingFragment } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { ActButton } from '../../../components/desk/act-button';
import { useFindingWords } from '../../../components/figures/use-finding-words';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { AnswerDrawer } from './answer-drawer';

/** What the enterprise was told about its own employees' pay: what waits for an answer above, with its last day. */
export function ToldFindings(): ReactNode {
  const { t } = useTranslation('enterpriseFindings');
  const [open, setOpen] = useState<ToldFindingFragment | null>(null);
  const read = useRead(EnterprisePayFindingsDocument, {});
  const columns = useColumns(setOpen);
  return (
    <Loaded of={read}>
      {({ enterprisePayFindings: rows }) => (
        <Card
          title={t('list')}
          count={t('waiting', { count: rows.filter(({ status }) => status === 'NOTIFIED').length })}
        >
          {rows.length === 0 ? (
            <EmptyState title={t('none')} text={t('noneText')} />
          ) : (
            <DataTable caption={t('list')} columns={columns} rows={rows} rowKey={({ id }) => id} />
          )}
          {open === null ? null : <AnswerDrawer finding={open} onClose={() => setOpen(null)} />}
        </Card>
      )}
    </Loaded>
  );
}

function useColumns(onAnswer: (row: ToldFindingFragment) => void): readonly Column<ToldFindingFragment>[] {
  const { t } = useTranslation('enterpriseFindings');
  const format = useFormat();
  const words = useFindingWords();
  const due = ({ status, dueOn, appealUntil, acts }: ToldFindingFragment): string => {
    if (status === 'NOTIFIED' && dueOn !== null) return t('answerBy', { day: format.day(dueOn) });
    if (status === 'REMEDY_PENDING' && dueOn !== null) return t('payBy', { day: format.day(dueOn) });
    return acts.includes('APPEAL') && appealUntil !== null ? t('appealUntil', { day: format.day(appealUntil) }) : '';
  };
  const answered = ({ response, responseReason }: ToldFindingFragment): string => {
    if (response === null) return '';
    return responseReason === null
      ? t(`response.${response}`)
      : `${t(`response.${response}`)} · ${t(`reason.${responseReason}`)}`;
  };
  return [
    {
      key: 'who',
      title: t('column.who'),
      cell: ({ employeeName, employeeNumber, period }) => (
        <TwoLines
          first={employeeName ?? t('number', { number: employeeNumber ?? '–' })}
          second={`${format.month(period)}${employeeName === null || employeeNumber === null ? '' : ` · ${t('number', { number: employeeNumber })}`}`}
        />
      ),
    },
    {
      key: 'what',
      title: t('column.what'),
      cell: (row) => <TwoLines first={words.short(row)} second={words.figures(row)} />,
    },
    {
      key: 'label',
      title: t('column.label'),
      cell: ({ label, severity }) => (
        <span className="row g4 wrap">
          <StatusChip kind="verdict" state={LABEL_STATE[label]} />
          <span className="tag">{t(`payEquity:severity.${severity}`)}</span>
        </span>
      ),
    },
    { key: 'status', title: t('column.status'), cell: (row) => <Standing row={row} /> },
    { key: 'due', title: t('column.due'), cell: (row) => <TwoLines first={due(row)} second={answered(row)} /> },
    {
      key: 'act',
      title: t('column.act'),
      isTitleHidden: true,
      isNumber: true,
      cell: (row) => <Acts row={row} onAnswer={onAnswer} />,
    },
  ];
}

const LABEL_STATE = {
  TO_VERIFY: 'VIOLATION',
  CONFIRMED: 'VIOLATION_CONFIRMED',
  NOT_AS_AGREED: 'VIOLATION_AGREEMENT',
} as const;

function Standing({ row: { status, paid } }: { readonly row: ToldFindingFragment }): ReactNode {
  const { t } = useTranslation('enterpriseFindings');
  const format = useFormat();
  return (
    <TwoLines
      first={<StatusChip kind="finding" state={status} />}
      second={paid === null ? '' : t('paid', { amount: format.money(paid) })}
    />
  );
}

interface ActsProps {
  readonly row: ToldFindingFragment;
  readonly onAnswer: (row: ToldFindingFragment) => void;
}

function Acts({ row, onAnswer }: ActsProps): ReactNode {
  const { t } = useTranslation('enterpriseFindings');
  const contest = useCommand(ContestPayFindingDocument);
  if (row.acts.includes('ANSWER'))
    return (
      <button type="button" className="btn pri sm" onClick={() => onAnswer(row)}>
        {t('answer')}
      </button>
    );
  if (!row.acts.includes('APPEAL')) return null;
  return (
    <ActButton
      label={t('contest')}
      confirm={t('contestText')}
      isRunning={contest.isRunning}
      act={() => contest.run({ id: row.id })}
    />
  );
}
