import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import {
  OpenPlacementBatchDocument,
  PlacementBatchesDocument,
  type BatchRowFragment,
  type PlacementBatchStatus,
} from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField } from '../../../components/desk/fields';
import { Pager } from '../../../components/desk/pager';
import { Segments } from '../../../components/desk/segments';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { useQueryState } from '../../../components/desk/use-query-state';
import { PageHead } from '../../../components/page-head';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { addDays, instantOf } from '../../../lib/format/day';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

const VIEWS = ['open', 'approval', 'over', 'all'] as const;
type View = (typeof VIEWS)[number];

const STATUSES: Readonly<Record<View, readonly PlacementBatchStatus[] | null>> = {
  open: ['COLLECTING', 'SOLVED', 'IN_REVIEW', 'APPROVED'],
  approval: ['IN_REVIEW', 'APPROVED'],
  over: ['COMMITTED', 'DISCARDED'],
  all: null,
};

const isView = (value: string): value is View => VIEWS.some((view) => view === value);

interface BatchListProps {
  /** Who conducts batches opens them; the others add their own clients and look. */
  readonly canOpen: boolean;
}

/** The batches of the county: those that are not over yet unless told otherwise. */
export function BatchList({ canOpen }: BatchListProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const [params] = useSearchParams();
  const [chosen, setView] = useQueryState('view');
  const [isNew, setIsNew] = useState(false);
  const view = isView(chosen) ? chosen : 'open';
  const status = STATUSES[view];
  const read = useRead(PlacementBatchesDocument, {
    after: params.get('after'),
    filter: status === null ? null : { status: [...status] },
  });
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t(canOpen ? 'sub' : 'subCaseworker')}>
        <Segments
          label={t('view.label')}
          value={view}
          onChange={(next) => setView(next === 'open' ? '' : next)}
          choices={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        {canOpen ? (
          <button type="button" className="btn pri" onClick={() => setIsNew(true)}>
            {t('new')}
          </button>
        ) : null}
      </PageHead>
      <section className="card" aria-label={t('title')}>
        <Loaded of={read} rows={5}>
          {({ placementBatches: { edges, totalCount, pageInfo } }) =>
            edges.length === 0 ? (
              <EmptyState title={t('empty')} text={t(canOpen ? 'emptyText' : 'emptyCaseworker')} />
            ) : (
              <>
                <BatchTable rows={edges.map(({ node }) => node)} />
                <Pager shown={edges.length} total={totalCount} pageInfo={pageInfo} />
              </>
            )
          }
        </Loaded>
      </section>
      {isNew ? <NewBatchDrawer onClose={() => setIsNew(false)} /> : null}
    </>
  );
}

function BatchTable({ rows }: { readonly rows: readonly BatchRowFragment[] }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const format = useFormat();
  const columns: readonly Column<BatchRowFragment>[] = [
    {
      key: 'title',
      title: t('column.title'),
      cell: ({ id, title, preparedBy }) => (
        <TwoLines
          first={<Link to={`/group-placement/${id}`}>{title}</Link>}
          second={t('preparedBy', { name: preparedBy })}
        />
      ),
    },
    {
      key: 'status',
      title: t('column.status'),
      cell: ({ status, submittedAt }) => (
        <span className="row g6">
          <StatusChip kind="batch" state={status} />
          {status === 'IN_REVIEW' && submittedAt !== null ? <span className="tag">{t('waits')}</span> : null}
        </span>
      ),
    },
    { key: 'cutoff', title: t('column.cutoff'), cell: ({ cutoffAt }) => format.instant(cutoffAt) },
    {
      key: 'people',
      title: t('column.people'),
      isNumber: true,
      cell: ({ clientsTotal }) => format.count(clientsTotal),
    },
    {
      key: 'placed',
      title: t('column.placed'),
      isNumber: true,
      cell: ({ outcome }) => (outcome === null ? t('notSolved') : format.count(outcome.placed)),
    },
  ];
  return <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

interface NewBatchValues {
  readonly title: string;
  readonly cutoffAt: string;
}

const A_WEEK = 7;

function NewBatchDrawer({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const format = useFormat();
  const navigate = useNavigate();
  const { run, isRunning } = useCommand(OpenPlacementBatchDocument);
  return (
    <SideDrawer title={t('new')} onClose={onClose}>
      <CommandForm<NewBatchValues, { readonly placementBatch: { readonly id: string } | null }>
        initial={{ cutoffAt: `${addDays(format.today, A_WEEK)}T18:00` }}
        submitLabel={t('open')}
        isRunning={isRunning}
        onSubmit={({ title, cutoffAt }) => run({ input: { title, cutoffAt: instantOf(cutoffAt) } })}
        onDone={({ placementBatch }) => void navigate(`/group-placement/${placementBatch?.id ?? ''}`)}
      >
        <InputField name="title" label={t('field.title')} help={t('field.titleHelp')} />
        <InputField name="cutoffAt" label={t('field.cutoffAt')} type="datetime-local" help={t('field.cutoffHelp')} />
      </CommandForm>
    </SideDrawer>
  );
}
