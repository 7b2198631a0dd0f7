import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { ClientsDocument, type ClientFilter, type ClientsQuery, type EntryStatus } from '@contract/gql';
import { ClientLink } from '../../../components/client-link';
import { DataTable, type Column } from '../../../components/data-table';
import { Pager } from '../../../components/desk/pager';
import { useSearchState } from '../../../components/desk/use-search-state';
import { KeyHints } from '../../../components/key-hints';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { useCursor } from '../../../lib/keys/use-cursor';
import { useKeys } from '../../../lib/keys/use-keys';
import { PageHead } from '../../../components/page-head';
import { ClientFilters } from './client-filters';
import { NewClientDrawer } from './new-client-drawer';

type Row = ClientsQuery['clients']['edges'][number]['node'];

interface ClientListProps {
  /** The supervisor looks; only the caseworker adds. */
  readonly canAdd: boolean;
  readonly actions: ReactNode;
}

/** The caseload: search beside the address, filters in it, pages by cursor. */
export function ClientList({ canAdd, actions }: ClientListProps): ReactNode {
  const { t } = useTranslation('clients');
  const [params] = useSearchParams();
  const [search] = useSearchState();
  const [isNew, setIsNew] = useState(false);
  const read = useRead(ClientsDocument, { after: params.get('after'), filter: filterOf(params, search) });
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')}>
        {actions}
        {canAdd ? (
          <button type="button" className="btn pri" onClick={() => setIsNew(true)}>
            {t('new')}
          </button>
        ) : null}
      </PageHead>
      <ClientFilters />
      <section className="card" aria-label={t('title')}>
        <Loaded of={read} rows={10}>
          {({ clients }) => <Rows clients={clients} />}
        </Loaded>
      </section>
      {isNew ? <NewClientDrawer onClose={() => setIsNew(false)} /> : null}
    </>
  );
}

function filterOf(params: URLSearchParams, search: string): ClientFilter {
  const entryStatus = params.get('status') as EntryStatus | null;
  const township = params.get('township');
  return {
    ...(search === '' ? {} : { search }),
    ...(entryStatus === null ? {} : { entryStatus }),
    ...(township === null ? {} : { township }),
  };
}

function Rows({ clients }: { readonly clients: ClientsQuery['clients'] }): ReactNode {
  const { t } = useTranslation('clients');
  const rows = clients.edges.map(({ node }) => node);
  const columns = useColumns();
  const cursor = useCursor(rows.length);
  const navigate = useNavigate();
  const current = rows[cursor.index];
  useKeys({
    j: cursor.down,
    k: cursor.up,
    Enter: () => current !== undefined && void navigate(`/clients/${current.id}`),
  });
  if (rows.length === 0) return <EmptyState title={t('empty')} text={t('emptyText')} />;
  return (
    <>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        currentIndex={cursor.index}
      />
      <Pager shown={rows.length} total={clients.totalCount} pageInfo={clients.pageInfo} />
      <div className="li">
        <KeyHints
          hints={[
            { keys: ['J', 'K'], does: t('keys.move') },
            { keys: ['Enter'], does: t('keys.open') },
          ]}
        />
      </div>
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation('clients');
  const format = useFormat();
  return [
    {
      key: 'name',
      title: t('column.name'),
      cell: (row) => <TwoLines first={<ClientLink client={row} />} second={row.fileNumber} />,
    },
    {
      key: 'status',
      title: t('column.status'),
      cell: ({ entryStatus }) => <StatusChip kind="entry" state={entryStatus} />,
    },
    { key: 'township', title: t('column.township'), cell: ({ township }) => township.name },
    {
      key: 'wish',
      title: t('column.wish'),
      cell: ({ desiredOccupations }) =>
        desiredOccupations.length === 0 ? t('noWish') : format.list(desiredOccupations.map(({ name }) => name)),
    },
    {
      key: 'hours',
      title: t('column.hours'),
      isNumber: true,
      cell: ({ weeklyHoursAvailable }) => t('hours', { count: weeklyHoursAvailable }),
    },
    {
      key: 'from',
      title: t('column.from'),
      cell: ({ availableFrom }) => (availableFrom === null ? t('now') : format.day(availableFrom)),
    },
    {
      key: 'caseworker',
      title: t('column.caseworker'),
      cell: ({ caseworkerName }) => caseworkerName ?? t('common:none'),
    },
  ];
}
