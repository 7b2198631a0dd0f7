import Check from '@ant-design/icons-svg/es/asn/CheckCircleOutlined';
import Stop from '@ant-design/icons-svg/es/asn/StopOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AuditEntriesDocument, type AuditEntriesQuery, type AuditFilter, type AuditOutcome } from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { FilterDay, FilterSelect, SearchBox } from '../../../components/desk/filter-fields';
import { Pager } from '../../../components/desk/pager';
import { useSearchState } from '../../../components/desk/use-search-state';
import { PageHead } from '../../../components/page-head';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { ToneChip } from '../../../components/status/tone-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';

type Entry = AuditEntriesQuery['auditEntries']['edges'][number]['node'];

const OUTCOMES: readonly AuditOutcome[] = ['ALLOWED', 'DENIED'];
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Who did or was denied what: ids and names of fields, no value. */
export function AuditList(): ReactNode {
  const { t } = useTranslation('audit');
  const [params] = useSearchParams();
  const [search] = useSearchState();
  const read = useRead(AuditEntriesDocument, { after: params.get('after'), filter: filterOf(params, search) });
  const columns = useColumns();
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')} />
      <Filters />
      <section className="card">
        <Loaded of={read}>
          {({ auditEntries }) => (
            <>
              {auditEntries.edges.length === 0 ? (
                <EmptyState title={t('none')} text={t('noneText')} />
              ) : (
                <DataTable
                  caption={t('title')}
                  columns={columns}
                  rows={auditEntries.edges.map(({ node }) => node)}
                  rowKey={({ id }) => id}
                />
              )}
              <Pager
                shown={auditEntries.edges.length}
                total={auditEntries.totalCount}
                pageInfo={auditEntries.pageInfo}
              />
            </>
          )}
        </Loaded>
      </section>
    </>
  );
}

/** A number of a row searches for the row, any other word for the act. */
function filterOf(params: URLSearchParams, search: string): AuditFilter {
  const outcome = OUTCOMES.find((one) => one === params.get('outcome'));
  return {
    action: search === '' || ID.test(search) ? null : search,
    subjectId: ID.test(search) ? search : null,
    outcome: outcome ?? null,
    from: params.get('from'),
    to: params.get('to'),
  };
}

function Filters(): ReactNode {
  const { t } = useTranslation('audit');
  return (
    <div className="row g6 wrap" role="search">
      <SearchBox label={t('search')} hint={t('searchHint')} />
      <FilterSelect
        name="outcome"
        label={t('column.outcome')}
        choices={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <FilterDay name="from" label={t('filter.from')} />
      <FilterDay name="to" label={t('filter.to')} />
    </div>
  );
}

function useColumns(): readonly Column<Entry>[] {
  const { t } = useTranslation('audit');
  const format = useFormat();
  return [
    { key: 'sequence', title: t('column.sequence'), isNumber: true, cell: ({ sequence }) => sequence },
    { key: 'at', title: t('column.at'), cell: ({ occurredAt }) => format.instant(occurredAt) },
    { key: 'actor', title: t('column.actor'), cell: (entry) => <Actor entry={entry} /> },
    {
      key: 'action',
      title: t('column.action'),
      cell: ({ action, fields }) => <TwoLines first={action} second={fields.length === 0 ? null : fields.join(', ')} />,
    },
    {
      key: 'subject',
      title: t('column.subject'),
      cell: ({ subjectType, subjectId }) => <TwoLines first={subjectType} second={subjectId} />,
    },
    {
      key: 'outcome',
      title: t('column.outcome'),
      cell: ({ outcome }) => (
        <ToneChip tone={outcome === 'ALLOWED' ? 'sage' : 'clay'} icon={outcome === 'ALLOWED' ? Check : Stop}>
          {t(`outcome.${outcome}`)}
        </ToneChip>
      ),
    },
  ];
}

function Actor({ entry: { actorRole, actorName } }: { readonly entry: Entry }): ReactNode {
  const { t } = useTranslation('audit');
  const isJob = actorRole.startsWith('SYSTEM:');
  const role = isJob ? t('job') : t(`common:role.${actorRole}`);
  return <TwoLines first={actorName ?? role} second={isJob ? actorRole.slice('SYSTEM:'.length) : role} />;
}
