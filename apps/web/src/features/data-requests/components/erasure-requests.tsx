import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmErasureDocument, ErasureRequestsDocument, type ErasureRequestFactsFragment } from '@contract/gql';
import { Card } from '../../../components/card';
import { ClientLink } from '../../../components/client-link';
import { DataTable, type Column } from '../../../components/data-table';
import { Confirm } from '../../../components/desk/confirm';
import { Note } from '../../../components/note';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';

interface ErasureRequestsProps {
  /** Of one client only. */
  readonly clientId?: string;
  /** Nothing is shown where nobody asks. */
  readonly isHiddenWhenEmpty?: boolean;
}

/** Who wishes to be erased, by when, and what holds it up; whoever confirms destroys what cannot be brought back. */
export function ErasureRequests({ clientId, isHiddenWhenEmpty = false }: ErasureRequestsProps): ReactNode {
  const { t } = useTranslation('dataRequests');
  const read = useRead(ErasureRequestsDocument, {});
  const columns = useColumns();
  if (isHiddenWhenEmpty && read.data === undefined) return null;
  return (
    <Loaded of={read}>
      {({ erasureRequests }) => {
        const rows = erasureRequests.filter(({ client }) => clientId === undefined || client?.id === clientId);
        if (rows.length === 0 && isHiddenWhenEmpty) return null;
        return (
          <Card title={t('erasure.title')} count={t('erasure.count', { count: rows.length })}>
            {rows.length === 0 ? (
              <EmptyState title={t('erasure.none')} text={t('erasure.noneText')} />
            ) : (
              <DataTable caption={t('erasure.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
            )}
          </Card>
        );
      }}
    </Loaded>
  );
}

function useColumns(): readonly Column<ErasureRequestFactsFragment>[] {
  const { t } = useTranslation('dataRequests');
  const format = useFormat();
  return [
    {
      key: 'who',
      title: t('column.who'),
      cell: ({ client }) => (client === null ? '' : <ClientLink client={client} tab="consent" />),
    },
    { key: 'asked', title: t('column.asked'), cell: ({ requestedOn }) => format.day(requestedOn) },
    { key: 'due', title: t('column.due'), cell: ({ dueOn }) => format.day(dueOn) },
    {
      key: 'hold',
      title: t('column.hold'),
      cell: ({ hold }) =>
        hold === null ? (
          t('erasure.free')
        ) : (
          <TwoLines
            first={t('erasure.held', { count: hold.openFindings })}
            second={t('erasure.since', { day: format.day(hold.since) })}
          />
        ),
    },
    {
      key: 'act',
      title: t('column.act'),
      isTitleHidden: true,
      isNumber: true,
      cell: (row) => (row.hold === null ? <ConfirmErasure row={row} /> : null),
    },
  ];
}

function ConfirmErasure({ row }: { readonly row: ErasureRequestFactsFragment }): ReactNode {
  const { t } = useTranslation('dataRequests');
  const refusalText = useRefusalText();
  const { run, isRunning } = useCommand(ConfirmErasureDocument);
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const confirm = async (): Promise<void> => {
    setIsAsking(false);
    const result = await run({ id: row.id });
    if (result.kind === 'refused') setProblem(result.refusals.map(refusalText).join(' '));
    else setProblem(result.kind === 'failed' ? t('common:form.failed') : null);
  };
  return (
    <>
      {problem === null ? null : (
        <Note tone="wheat" role="alert">
          {problem}
        </Note>
      )}
      <button type="button" className="btn sm" aria-disabled={isRunning} onClick={() => setIsAsking(true)}>
        {t('erasure.confirm')}
      </button>
      {isAsking ? (
        <Confirm
          title={t('erasure.ask', { name: row.client?.name ?? '' })}
          text={t('erasure.askText')}
          yes={t('erasure.confirm')}
          onYes={() => void confirm()}
          onNo={() => setIsAsking(false)}
        />
      ) : null}
    </>
  );
}
