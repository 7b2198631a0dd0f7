import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { FollowUpsDocument, type FollowUpsQuery, type MilestoneStatus } from '@contract/gql';
import { ClientLink } from '../../../components/client-link';
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
import { ContactDrawer } from './contact-drawer';
import { SnoozeDrawer } from './snooze-drawer';

type Row = FollowUpsQuery['followUps']['edges'][number]['node'];

const VIEWS = {
  due: ['DUE', 'SNOOZED'],
  planned: ['SCHEDULED'],
  done: ['DONE', 'UNREACHED', 'COVERED', 'DECLINED', 'CANCELLED'],
} as const satisfies Record<string, readonly MilestoneStatus[]>;
type View = keyof typeof VIEWS;

/** The states in which a contact is taken down. */
const OPEN: ReadonlySet<MilestoneStatus> = new Set(['SCHEDULED', 'DUE', 'SNOOZED']);

/** What shows that somebody is still at work counts from its day on; other contacts may come some days before. */
const EVIDENCE_CODES: ReadonlySet<string> = new Set(['D90', 'D180', 'D365']);
const VIEW_NAMES = Object.keys(VIEWS) as View[];

const isView = (value: string): value is View => value in VIEWS;

/** All follow-ups of the caseload: due, planned, done. */
export function FollowUpList(): ReactNode {
  const { t } = useTranslation('followUp');
  const [chosen, setView] = useQueryState('view');
  const [open, setOpen] = useState<Row | null>(null);
  const [postponed, setPostponed] = useState<Row | null>(null);
  const view: View = isView(chosen) ? chosen : 'due';
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')}>
        <Segments
          label={t('view.label')}
          value={view}
          onChange={setView}
          choices={VIEW_NAMES.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
      </PageHead>
      <Rows view={view} onRecord={setOpen} onPostpone={setPostponed} />
      {postponed === null ? null : (
        <SnoozeDrawer milestone={postponed} clientName={postponed.client.name} onClose={() => setPostponed(null)} />
      )}
      {open === null ? null : (
        <ContactDrawer milestoneId={open.id} clientName={open.client.name} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

interface RowsProps {
  readonly view: View;
  readonly onRecord: (row: Row) => void;
  readonly onPostpone: (row: Row) => void;
}

function Rows({ view, onRecord, onPostpone }: RowsProps): ReactNode {
  const { t } = useTranslation('followUp');
  const [params] = useSearchParams();
  const read = useRead(FollowUpsDocument, { after: params.get('after'), status: [...VIEWS[view]] });
  const columns = useColumns(view, onRecord, onPostpone);
  return (
    <section className="card" aria-label={t('title')}>
      <Loaded of={read}>
        {({ followUps }) => (
          <>
            {followUps.edges.length === 0 ? (
              <EmptyState title={t(`empty.${view}`)} text={t('emptyText')} />
            ) : (
              <DataTable
                caption={t('title')}
                columns={columns}
                rows={followUps.edges.map(({ node }) => node)}
                rowKey={({ id }) => id}
              />
            )}
            <Pager shown={followUps.edges.length} total={followUps.totalCount} pageInfo={followUps.pageInfo} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function useColumns(view: View, onRecord: (row: Row) => void, onPostpone: (row: Row) => void): readonly Column<Row>[] {
  const { t } = useTranslation('followUp');
  const format = useFormat();
  const reminded: Column<Row> = {
    key: 'reminded',
    title: t('reminded'),
    cell: ({ lastRemindedAt }) => (lastRemindedAt === null ? t('notReminded') : format.instant(lastRemindedAt)),
  };
  return [
    { key: 'due', title: t('due'), cell: ({ dueOn }) => format.dayWithWeekday(dueOn) },
    {
      key: 'state',
      title: t('state'),
      cell: (row) => <StatusChip kind="milestone" state={row.isLate ? 'LATE' : row.status} count={row.daysLate} />,
    },
    {
      key: 'client',
      title: t('client'),
      cell: ({ client, code }) => (
        <TwoLines first={<ClientLink client={client} />} second={t(`code.${code}`, { defaultValue: code })} />
      ),
    },
    {
      key: 'work',
      title: t('work'),
      cell: ({ placement }) => <TwoLines first={placement.enterpriseName} second={placement.position?.title} />,
    },
    ...(view === 'due' ? [reminded] : []),
    {
      key: 'act',
      title: t('actions'),
      isTitleHidden: true,
      isNumber: true,
      cell: (row) => <RowActions row={row} isDue={view === 'due'} onRecord={onRecord} onPostpone={onPostpone} />,
    },
  ];
}

interface RowActionsProps extends Omit<RowsProps, 'view'> {
  readonly row: Row;
  readonly isDue: boolean;
}

const RowActions = ({ row, isDue, onRecord, onPostpone }: RowActionsProps): ReactNode => (
  <span className="row g8">
    {isDue ? <PostponeButton row={row} onPostpone={onPostpone} /> : null}
    <RecordButton row={row} onRecord={onRecord} />
  </span>
);

interface PostponeButtonProps {
  readonly row: Row;
  readonly onPostpone: (row: Row) => void;
}

function PostponeButton({ row, onPostpone }: PostponeButtonProps): ReactNode {
  const { t } = useTranslation('followUp');
  return (
    <button
      type="button"
      className="btn sm"
      aria-label={`${t('snooze.act')} ${row.client.name}`}
      onClick={() => onPostpone(row)}
    >
      {t('snooze.act')}
    </button>
  );
}

interface RecordButtonProps {
  readonly row: Row;
  readonly onRecord: (row: Row) => void;
}

/** Ahead of the day it is offered only where a contact surely counts; the server knows the working days. */
function RecordButton({ row, onRecord }: RecordButtonProps): ReactNode {
  const { t } = useTranslation('followUp');
  const format = useFormat();
  const { code, status, rawOn, dueOn, windowWorkingDays, client } = row;
  const daysAhead = EVIDENCE_CODES.has(code)
    ? format.daysFromToday(rawOn)
    : format.daysFromToday(dueOn) - windowWorkingDays;
  if (!OPEN.has(status) || daysAhead > 0) return null;
  return (
    <button
      type="button"
      className="btn sm"
      aria-label={t('contactWith', { name: client.name })}
      onClick={() => onRecord(row)}
    >
      {t('record')}
    </button>
  );
}
