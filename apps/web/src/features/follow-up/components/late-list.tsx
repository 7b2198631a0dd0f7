import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { LateFollowUpsDocument, RemindCaseworkerDocument, type LateFollowUpsQuery } from '@contract/gql';
import { ClientLink } from '../../../components/client-link';
import { DataTable, type Column } from '../../../components/data-table';
import { ActButton } from '../../../components/desk/act-button';
import { Pager } from '../../../components/desk/pager';
import { Segments } from '../../../components/desk/segments';
import { useQueryState } from '../../../components/desk/use-query-state';
import { PageHead } from '../../../components/page-head';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

type Row = LateFollowUpsQuery['followUps']['edges'][number]['node'];

/** Working days late from which each view shows. */
const VIEWS = { all: 1, list: 5 } as const;
type View = keyof typeof VIEWS;
const VIEW_NAMES = Object.keys(VIEWS) as View[];
const isView = (value: string): value is View => value in VIEWS;

/** The team's follow-ups that are past their day, for a supervisor: who looks after whom, and who was told when. */
export function LateFollowUpList(): ReactNode {
  const { t } = useTranslation('followUp');
  const [chosen, setView] = useQueryState('view');
  const [params] = useSearchParams();
  const view: View = isView(chosen) ? chosen : 'all';
  const read = useRead(LateFollowUpsDocument, { after: params.get('after'), lateWorkingDays: VIEWS[view] });
  const columns = useColumns();
  return (
    <>
      <title>{t('late.pageTitle')}</title>
      <PageHead title={t('late.title')} sub={t('late.sub')}>
        <Segments
          label={t('view.label')}
          value={view}
          onChange={setView}
          choices={VIEW_NAMES.map((value) => ({ value, label: t(`late.view.${value}`) }))}
        />
      </PageHead>
      <section className="card" aria-label={t('late.title')}>
        <Loaded of={read}>
          {({ followUps }) => (
            <>
              {followUps.edges.length === 0 ? (
                <EmptyState title={t('late.empty')} text={t('late.emptyText')} />
              ) : (
                <DataTable
                  caption={t('late.title')}
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
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation('followUp');
  const format = useFormat();
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
      key: 'caseworker',
      title: t('late.caseworker'),
      cell: ({ client, attempts }) => (
        <TwoLines first={client.caseworkerName} second={t('late.attempts', { count: attempts })} />
      ),
    },
    {
      key: 'work',
      title: t('work'),
      cell: ({ placement }) => <TwoLines first={placement.enterpriseName} second={placement.position?.title} />,
    },
    { key: 'told', title: t('late.told'), cell: (row) => <Told row={row} /> },
    {
      key: 'act',
      title: t('actions'),
      isTitleHidden: true,
      cell: (row) => (row.status === 'DUE' ? <Remind id={row.id} /> : null),
    },
  ];
}

/** When the caseworker was last reminded, and when a supervisor was told. */
function Told({ row: { lastRemindedAt, escalatedAt } }: { readonly row: Row }): ReactNode {
  const { t } = useTranslation('followUp');
  const format = useFormat();
  const when = (instant: string | null): string => (instant === null ? t('notReminded') : format.instant(instant));
  return (
    <TwoLines
      first={t('late.toldCaseworker', { when: when(lastRemindedAt) })}
      second={t('late.toldSupervisor', { when: when(escalatedAt) })}
    />
  );
}

/** Has the caseworker reminded of what is late; a second time that day it says when she was. */
function Remind({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('followUp');
  const { run, isRunning } = useCommand(RemindCaseworkerDocument);
  return (
    <ActButton
      label={t('late.remind')}
      isRunning={isRunning}
      act={() => run({ milestoneId: id })}
      doneText={t('late.reminded')}
    />
  );
}
