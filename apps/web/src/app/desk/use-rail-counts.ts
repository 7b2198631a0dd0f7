import { CaseworkerRailDocument, EnterpriseRailDocument } from '@contract/gql';
import { useRead } from '../../lib/graphql/use-read';
import type { DeskRole, RailCount } from './navigation';

export type RailCounts = Readonly<Partial<Record<RailCount, number>>>;

/** The numbers beside the entries: what this role acts on. */
export function useRailCounts(role: DeskRole): RailCounts {
  const caseworker = useRead(CaseworkerRailDocument, {}, { pause: role !== 'CASEWORKER' });
  const enterprise = useRead(EnterpriseRailDocument, {}, { pause: role !== 'ENTERPRISE_HR' });
  const counts = caseworker.data?.today.counts;
  if (counts !== undefined) {
    const { dueFollowUps, awaitedAnswers, expiringConsents, stalledClients, enterprisesToChase, findingsToTriage } = counts;
    return {
      today: dueFollowUps + awaitedAnswers + expiringConsents + stalledClients + enterprisesToChase + findingsToTriage,
      clients: counts.caseload,
      referrals: counts.referralsOpen,
      followUps: dueFollowUps,
      findings: findingsToTriage,
    };
  }
  return enterprise.data === undefined ? {} : { candidates: enterprise.data.candidates.totalCount };
}
