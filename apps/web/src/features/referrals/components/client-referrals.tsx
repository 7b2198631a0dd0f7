import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ReferralsDocument } from '@contract/gql';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { useRead } from '../../../lib/graphql/use-read';
import { ReferralTable } from './referral-table';

interface ClientReferralsProps {
  readonly clientId: string;
  readonly canAct: boolean;
}

/** All referrals of one client, newest first. */
export function ClientReferrals({ clientId, canAct }: ClientReferralsProps): ReactNode {
  const { t } = useTranslation('referrals');
  const read = useRead(ReferralsDocument, { filter: { clientId } });
  return (
    <section className="card" aria-label={t('title')}>
      <Loaded of={read}>
        {({ referrals }) =>
          referrals.edges.length === 0 ? (
            <EmptyState title={t('none')} text={t('noneText')}>
              <Link className="btn" to={`/clients/${clientId}/matches`}>
                {t('toMatches')}
              </Link>
            </EmptyState>
          ) : (
            <ReferralTable rows={referrals.edges.map(({ node }) => node)} withClient={false} canAct={canAct} />
          )
        }
      </Loaded>
    </section>
  );
}
