import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerCorrectionDocument, CorrectionRequestsDocument, type CorrectionFactsFragment } from '@contract/gql';
import { Card } from '../../../components/card';
import { ClientLink } from '../../../components/client-link';
import { DataTable, type Column } from '../../../components/data-table';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField, SelectField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

interface CorrectionRequestsProps {
  /** Of one client only. */
  readonly clientId?: string;
  /** Nothing is shown where nobody asks. */
  readonly isHiddenWhenEmpty?: boolean;
}

/** What clients say is wrong about them, the most pressing first. */
export function CorrectionRequests({ clientId, isHiddenWhenEmpty = false }: CorrectionRequestsProps): ReactNode {
  const { t } = useTranslation('dataRequests');
  const [open, setOpen] = useState<CorrectionFactsFragment | null>(null);
  const read = useRead(CorrectionRequestsDocument, {});
  const columns = useColumns(setOpen);
  if (isHiddenWhenEmpty && read.data === undefined) return null;
  return (
    <Loaded of={read}>
      {({ correctionRequests }) => {
        const rows = correctionRequests.filter(({ client }) => clientId === undefined || client?.id === clientId);
        if (rows.length === 0 && isHiddenWhenEmpty && open === null) return null;
        return (
          <Card title={t('correction.title')} count={t('correction.count', { count: rows.length })}>
            {rows.length === 0 ? (
              <EmptyState title={t('correction.none')} text={t('correction.noneText')} />
            ) : (
              <DataTable caption={t('correction.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
            )}
            {open === null ? null : <AnswerDrawer correction={open} onClose={() => setOpen(null)} />}
          </Card>
        );
      }}
    </Loaded>
  );
}

function useColumns(onAnswer: (row: CorrectionFactsFragment) => void): readonly Column<CorrectionFactsFragment>[] {
  const { t } = useTranslation('dataRequests');
  const format = useFormat();
  return [
    {
      key: 'who',
      title: t('column.who'),
      cell: ({ client }) => (client === null ? '' : <ClientLink client={client} />),
    },
    {
      key: 'what',
      title: t('column.what'),
      cell: ({ field, text }) => <TwoLines first={t(`correction.field.${field}`)} second={text} />,
    },
    {
      key: 'due',
      title: t('column.due'),
      cell: ({ dueOn, isLate }) => <TwoLines first={format.day(dueOn)} second={isLate ? t('late') : ''} />,
    },
    {
      key: 'act',
      title: t('column.act'),
      isTitleHidden: true,
      isNumber: true,
      cell: (row) => (
        <button type="button" className="btn sm" onClick={() => onAnswer(row)}>
          {t('correction.answer')}
        </button>
      ),
    },
  ];
}

interface AnswerValues {
  readonly outcome: 'ACCEPTED' | 'DECLINED';
  readonly text: string;
}

interface AnswerDrawerProps {
  readonly correction: CorrectionFactsFragment;
  readonly onClose: () => void;
}

function AnswerDrawer({ correction, onClose }: AnswerDrawerProps): ReactNode {
  const { t } = useTranslation('dataRequests');
  const { run, isRunning } = useCommand(AnswerCorrectionDocument);
  const choices = (['ACCEPTED', 'DECLINED'] as const).map((value) => ({
    value,
    label: t(`correction.outcome.${value}`),
  }));
  return (
    <SideDrawer title={t('correction.answer')} onClose={onClose}>
      <p>
        {t(`correction.field.${correction.field}`)}: {correction.text}
      </p>
      <p className="mut">{t('correction.first')}</p>
      <CommandForm<AnswerValues, unknown>
        initial={{ outcome: 'ACCEPTED' }}
        submitLabel={t('correction.send')}
        isRunning={isRunning}
        onSubmit={({ outcome, text }) =>
          run({ id: correction.id, input: { isAccepted: outcome === 'ACCEPTED', text } })
        }
        onDone={onClose}
      >
        <SelectField name="outcome" label={t('correction.result')} choices={choices} />
        <InputField name="text" label={t('correction.words')} help={t('correction.wordsHelp')} />
      </CommandForm>
    </SideDrawer>
  );
}
