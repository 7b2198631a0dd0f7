import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { MembersDocument, type MemberLineFragment, type MembershipStatus, type Role } from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { FilterSelect, SearchBox } from '../../../components/desk/filter-fields';
import { Pager } from '../../../components/desk/pager';
import { useSearchState } from '../../../components/desk/use-search-state';
import { PageHead } from '../../../components/page-head';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useRead } from '../../../lib/graphql/use-read';
import { InviteDrawer } from './invite-drawer';
import { MemberDrawer } from './member-drawer';
import { MEMBER_ROLES } from './member-roles';

const STATUSES: readonly MembershipStatus[] = ['PENDING', 'ACTIVE', 'ENDED'];

const oneOf = <T extends string>(values: readonly T[], given: string | null): T | null =>
  values.find((value) => value === given) ?? null;

/** Who works here, in which role and where; no client stands in this list. */
export function MemberList(): ReactNode {
  const { t } = useTranslation('users');
  const [params] = useSearchParams();
  const [search] = useSearchState();
  const [isInviting, setIsInviting] = useState(false);
  const [opened, setOpened] = useState<MemberLineFragment | null>(null);
  const filter = {
    search: search === '' ? null : search,
    role: oneOf<Role>(MEMBER_ROLES, params.get('role')),
    status: oneOf(STATUSES, params.get('status')),
  };
  const read = useRead(MembersDocument, { after: params.get('after'), filter });
  const columns = useColumns(setOpened);
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')}>
        <button type="button" className="btn pri" onClick={() => setIsInviting(true)}>
          {t('invite')}
        </button>
      </PageHead>
      <MemberFilters />
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
      {opened === null ? null : <MemberDrawer key={opened.id} member={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

/** Search, and filters that stand in the address. */
function MemberFilters(): ReactNode {
  const { t } = useTranslation(['users', 'status']);
  return (
    <div className="row g6 wrap" role="search">
      <SearchBox label={t('search')} hint={t('searchHint')} />
      <FilterSelect
        name="role"
        label={t('column.role')}
        choices={MEMBER_ROLES.map((value) => ({ value, label: t(`common:role.${value}`) }))}
      />
      <FilterSelect
        name="status"
        label={t('column.status')}
        choices={STATUSES.map((value) => ({ value, label: t(`status:membership.${value}`) }))}
      />
    </div>
  );
}

function useColumns(onOpen: (member: MemberLineFragment) => void): readonly Column<MemberLineFragment>[] {
  const { t } = useTranslation('users');
  return [
    {
      key: 'name',
      title: t('column.name'),
      cell: ({ displayName, login }) => <TwoLines first={displayName} second={login} />,
    },
    { key: 'role', title: t('column.role'), cell: ({ role }) => t(`common:role.${role}`) },
    { key: 'organisation', title: t('column.organisation'), cell: ({ organisationName }) => organisationName },
    {
      key: 'status',
      title: t('column.status'),
      cell: ({ status, accountStatus }) => (
        <>
          <StatusChip kind="membership" state={status} />
          {accountStatus === 'DISABLED' ? <span className="s13 mut"> {t('accountDisabled')}</span> : null}
        </>
      ),
    },
    {
      key: 'act',
      title: t('column.act'),
      isTitleHidden: true,
      isNumber: true,
      cell: (row) => (
        <button
          type="button"
          className="btn sm txt"
          aria-label={t('openOf', { name: row.displayName })}
          onClick={() => onOpen(row)}
        >
          {t('open')}
        </button>
      ),
    },
  ];
}
