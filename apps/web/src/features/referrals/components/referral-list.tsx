import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ReferralsDocument, type ReferralStatus } from '@contract/gql';
import { Pager } from '../../../components/desk/pager';
import { Segments } from '../../../components/desk/segments';
import { useQueryState } from '../../../components/desk/use-query-state';
import { PageHead } from '../../../components/page-head';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { useRead } from '../../../lib/graphql/use-read';
import { ReferralTable } from './referral-table';

const VIEWS = {
  open: ['PROPOSED', 'CONSENTED', 'SENT', 'VIEWED', 'INVITED', 'INTERVIEW', 'OFFERED', 'POOLED'],
  deciding: ['PROPOSED', 'INVITED', 'OFFERED'],
  ready: ['CONSENTED'],
  waiting: ['SENT', 'VIEWED'],
  accepted: ['ACCEPTED'],
  over: ['DECLINED_BY_CLIENT', 'DECLINED_BY_ENTERPRISE', 'EXPIRED', 'WITHDRAWN', 'OBSOLETE'],
} as const satisfies Record<string, readonly ReferralStatus[]>;
type View = keyof typeof VIEWS;
const VIEW_NAMES = Object.keys(VIEWS) as View[];

const isView = (value: string): value is View => value in VIEWS;

/** All referrals of the caseload by whose turn it is. */
export function ReferralList(): ReactNode {
  const { t } = useTranslation('referrals');
  const [params] = useSearchParams();
  const [chosen, setView] = useQueryState('status');
  const view: View = isView(chosen) ? chosen : 'open';
  const read = useRead(ReferralsDocument, { after: params.get('after'), filter: { status: [...VIEWS[view]] } });
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
      <section className="card" aria-label={t('title')}>
        <Loaded of={read} rows={8}>
          {({ referrals }) => (
            <>
              {referrals.edges.length === 0 ? (
                <EmptyState title={t('empty')} text={t('emptyText')} />
              ) : (
                <ReferralTable rows={referrals.edges.map(({ node }) => node)} withClient canAct />
              )}
              <Pager shown={referrals.edges.length} total={referrals.totalCount} pageInfo={referrals.pageInfo} />
            </>
          )}
        </Loaded>
      </section>
    </>
  );
}
