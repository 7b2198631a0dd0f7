import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AnswerComplaintDocument,
  ComplaintsDocument,
  TakeUpComplaintDocument,
  type ComplaintFactsFragment,
} from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { ActButton } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

/** Complaints to look into and to answer, the most pressing first; none about the reader herself is here. */
export function ComplaintList(): ReactNode {
  const { t } = useTranslation('complaints');
  const [open, setOpen] = useState<ComplaintFactsFragment | null>(null);
  const read = useRead(ComplaintsDocument, {});
  const columns = useColumns(setOpen);
  return (
    <Loaded of={read}>
      {({ complaints }) => (
        <Card
          title={t('title')}
          count={t('waiting', {
            count: complaints.filter(({ status }) => status === 'RECEIVED' || status === 'IN_REVIEW').length,
          })}
        >
          {complaints.length === 0 ? (
            <EmptyState title={t('none')} text={t('noneText')} />
          ) : (
            <DataTable caption={t('title')} columns={columns} rows={complaints} rowKey={({ id }) => id} />
          )}
          {open === null ? null : <AnswerDrawer complaint={open} onClose={() => setOpen(null)} />}
        </Card>
      )}
    </Loaded>
  );
}

function useColumns(onAnswer: (row: ComplaintFactsFragment) => void): readonly Column<ComplaintFactsFragment>[] {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  return [
    {
      key: 'what',
      title: t('column.what'),
      cell: ({ topic, aboutName, text }) => (
        <TwoLines first={aboutName === null ? t(`topic.${topic}`) : t('about', { name: aboutName })} second={text} />
      ),
    },
    { key: 'at', title: t('column.at'), cell: ({ receivedAt }) => format.instant(receivedAt) },
    {
      key: 'due',
      title: t('column.due'),
      cell: ({ dueOn, isLate }) => <TwoLines first={format.day(dueOn)} second={isLate ? t('late') : ''} />,
    },
    {
      key: 'state',
      title: t('column.state'),
      cell: ({ status, answer }) => <TwoLines first={t(`status.${status}`)} second={answer} />,
    },
    {
      key: 'act',
      title: t('column.act'),
      isTitleHidden: true,
      isNumber: true,
      cell: (row) => <Acts row={row} onAnswer={onAnswer} />,
    },
  ];
}

interface ActsProps {
  readonly row: ComplaintFactsFragment;
  readonly onAnswer: (row: ComplaintFactsFragment) => void;
}

function Acts({ row, onAnswer }: ActsProps): ReactNode {
  const { t } = useTranslation('complaints');
  const takeUp = useCommand(TakeUpComplaintDocument);
  if (row.status === 'RECEIVED')
    return <ActButton label={t('takeUp')} isRunning={takeUp.isRunning} act={() => takeUp.run({ id: row.id })} />;
  if (row.status !== 'IN_REVIEW') return null;
  return (
    <button type="button" className="btn sm" onClick={() => onAnswer(row)}>
      {t('answer')}
    </button>
  );
}

interface AnswerDrawerProps {
  readonly complaint: ComplaintFactsFragment;
  readonly onClose: () => void;
}

function AnswerDrawer({ complaint, onClose }: AnswerDrawerProps): ReactNode {
  const { t } = useTranslation('complaints');
  const { run, isRunning } = useCommand(AnswerComplaintDocument);
  return (
    <SideDrawer title={t('answer')} onClose={onClose}>
      <p>{complaint.text}</p>
      <CommandForm<{ readonly text: string }, unknown>
        initial={{}}
        submitLabel={t('answerSend')}
        isRunning={isRunning}
        onSubmit={({ text }) => run({ id: complaint.id, text })}
        onDone={onClose}
      >
        <InputField name="text" label={t('answerText')} help={t('answerHelp')} />
      </CommandForm>
    </SideDrawer>
  );
}
