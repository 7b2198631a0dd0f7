import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EndMembershipDocument, MembersDocument, type MembersQuery } from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { ActButton } from '../../../components/desk/act-button';
import { Pager } from '../../../components/desk/pager';
import { PageHead } from '../../../components/page-head';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { InviteDrawer } from './invite-drawer';

type Row = MembersQuery['members']['edges'][number]['node'];

/** Who works here, in which role and where; no client stands in this list. */
export function MemberList(): ReactNode {
  const { t } = useTranslation('users');
  const [params] = useSearchParams();
  const [isInviting, setIsInviting] = useState(false);
  const read = useRead(MembersDocument, { after: params.get('after') });
  const columns = useColumns();
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')}>
        <button type="button" className="btn pri" onClick={() => setIsInviting(true)}>
          {t('invite')}
        </button>
      </PageHead>
      <section className="card">
        <Loaded of={read}>
          {({ members }) => (
            <>
              {members.edges.length === 0 ? (
                <EmptyState title={t('none')} />
              ) : (
                <DataTable
                  caption={t('title')}
                  columns={columns}
                  rows={members.edges.map(({ node }) => node)}
                  rowKey={({ id }) => id}
                />
              )}
              <Pager shown={members.edges.length} total={members.totalCount} pageInfo={members.pageInfo} />
            </>
          )}
        </Loaded>
      </section>
      {isInviting ? <InviteDrawer onClose={() => setIsInviting(false)} /> : null}
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation('users');
  return [
    {
      key: 'name',
      title: t('column.name'),
      cell: ({ displayName, login }) => <TwoLines first={displayName} second={login} />,
    },
    { key: 'role', title: t('column.role'), cell: ({ role }) => t(`common:role.${role}`) },
    { key: 'organisation', title: t('column.organisation'), cell: ({ organisationName }) => organisationName },
    { key: 'status', title: t('column.status'), cell: ({ status }) => <StatusChip kind="membership" state={status} /> },
    {
      key: 'act',
      title: t('column.act'),
      isTitleHidden: true,
      isNumber: true,
      cell: (row) => (row.status === 'ENDED' ? null : <EndButton row={row} />),
    },
  ];
}

function EndButton({ row }: { readonly row: Row }): ReactNode {
  const { t } = useTranslation('users');
  const { run, isRunning } = useCommand(EndMembershipDocument);
  return (
    <ActButton
      label={t('endOf', { name: row.displayName })}
      className="btn sm txt"
      isRunning={isRunning}
      confirm={t('endHelp')}
      act={() => run({ id: row.id })}
      doneText={t('ended')}
    >
      {t('end')}
    </ActButton>
  );
}
