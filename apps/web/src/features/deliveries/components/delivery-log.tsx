import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { DeliveriesDocument, type DeliveriesQuery, type DeliveryState } from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { Pager } from '../../../components/desk/pager';
import { Segments } from '../../../components/desk/segments';
import { useQueryState } from '../../../components/desk/use-query-state';
import { PageHead } from '../../../components/page-head';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';

type Row = DeliveriesQuery['deliveries']['edges'][number]['node'];

const VIEWS = {
  all: [],
  FAILED: ['FAILED'],
  UNCONFIRMED: ['UNCONFIRMED'],
  SENT: ['SENT'],
  SKIPPED: ['SKIPPED'],
} as const satisfies Record<string, readonly DeliveryState[]>;
type View = keyof typeof VIEWS;

const VIEW_NAMES = Object.keys(VIEWS) as View[];
const isView = (value: string): value is View => value in VIEWS;

/** What became of reminders, messages and notices: way, outcome and day, never words, numbers or names. */
export function DeliveryLog(): ReactNode {
  const { t } = useTranslation('deliveries');
  const [chosen, setView] = useQueryState('state');
  const [params] = useSearchParams();
  const view: View = isView(chosen) ? chosen : 'all';
  const filter = VIEWS[view].length === 0 ? null : { state: [...VIEWS[view]] };
  const read = useRead(DeliveriesDocument, { after: params.get('after'), filter });
  const columns = useColumns();
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')}>
        <Segments
          label={t('view')}
          value={view}
          onChange={setView}
          choices={VIEW_NAMES.map((value) => ({
            value,
            label: value === 'all' ? t('all') : t(`status:delivery.${value}`),
          }))}
        />
      </PageHead>
      <section className="card" aria-label={t('title')}>
        <Loaded of={read}>
          {({ deliveries }) => (
            <>
              {deliveries.edges.length === 0 ? (
                <EmptyState title={t('none')} text={t('noneText')} />
              ) : (
                <DataTable
                  caption={t('title')}
                  columns={columns}
                  rows={deliveries.edges.map(({ node }) => node)}
                  rowKey={({ id }) => id}
                />
              )}
              <Pager shown={deliveries.edges.length} total={deliveries.totalCount} pageInfo={deliveries.pageInfo} />
            </>
          )}
        </Loaded>
      </section>
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation(['deliveries', 'status']);
  const format = useFormat();
  const reasonOf = ({ reason, nextTryAt, state }: Row): string => {
    if (reason === null) return t('noReason');
    if (nextTryAt !== null) return t('again', { reason: t(`reason.${reason}`), at: format.instant(nextTryAt) });
    return t(state === 'FAILED' ? 'waits' : 'notAgain', { reason: t(`reason.${reason}`) });
  };
  return [
    { key: 'day', title: t('column.day'), cell: ({ day }) => format.dayWithWeekday(day) },
    { key: 'state', title: t('column.state'), cell: ({ state }) => <StatusChip kind="delivery" state={state} /> },
    {
      key: 'kind',
      title: t('column.kind'),
      cell: ({ kind, channel }) => (
        <TwoLines first={t(`kind.${kind}`, { defaultValue: t('kind.OTHER') })} second={t(`channel.${channel}`)} />
      ),
    },
    { key: 'attempts', title: t('column.attempts'), isNumber: true, cell: ({ attempts }) => format.count(attempts) },
    { key: 'reason', title: t('column.reason'), cell: reasonOf },
  ];
}
