import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PositionsDocument, type PositionFilter, type PositionStatus } from '@contract/gql';
import { Pager } from '../../../components/desk/pager';
import { Segments } from '../../../components/desk/segments';
import { useQueryState } from '../../../components/desk/use-query-state';
import { PageHead } from '../../../components/page-head';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { useRead } from '../../../lib/graphql/use-read';
import { PositionTable } from './position-table';

const VIEWS = ['PUBLISHED', 'STALE', 'UNDER_REVIEW', 'CLOSED', 'ALL'] as const;

interface PositionListProps {
  /** The enterprise sees its own positions and confirms them; staff see all and search. */
  readonly isOwn: boolean;
  readonly actions?: ReactNode;
}

/** Positions with their slots; those not confirmed for 90 days are hidden from matching. */
export function PositionList({ isOwn, actions }: PositionListProps): ReactNode {
  const { t } = useTranslation('positions');
  const [params] = useSearchParams();
  const [chosen, setView] = useQueryState('status');
  const view = chosen === '' ? 'ALL' : chosen;
  const read = useRead(PositionsDocument, { after: params.get('after'), filter: filterOf(view, params.get('search')) });
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t(isOwn ? 'ownTitle' : 'title')} sub={t(isOwn ? 'ownSub' : 'sub')}>
        {isOwn ? null : <SearchBox />}
        <Segments
          label={t('view.label')}
          value={view}
          onChange={(next) => setView(next === 'ALL' ? '' : next)}
          choices={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        {actions}
      </PageHead>
      <section className="card" aria-label={t(isOwn ? 'ownTitle' : 'title')}>
        <Loaded of={read} rows={8}>
          {({ positions }) => (
            <>
              {positions.edges.length === 0 ? (
                <EmptyState title={t('empty')} text={t('emptyText')} />
              ) : (
                <PositionTable rows={positions.edges.map(({ node }) => node)} isOwn={isOwn} />
              )}
              <Pager shown={positions.edges.length} total={positions.totalCount} pageInfo={positions.pageInfo} />
            </>
          )}
        </Loaded>
      </section>
    </>
  );
}

function filterOf(view: string, search: string | null): PositionFilter {
  return { ...(view === 'ALL' ? {} : { status: view as PositionStatus }), ...(search === null ? {} : { search }) };
}

function SearchBox(): ReactNode {
  const { t } = useTranslation('positions');
  const [search, setSearch] = useQueryState('search');
  const [typed, setTyped] = useState(search);
  useEffect(() => setTyped(search), [search]);
  return (
    <form
      role="search"
      className="find"
      onSubmit={(event) => {
        event.preventDefault();
        setSearch(typed.trim());
      }}
    >
      <input
        className="bare"
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </form>
  );
}
