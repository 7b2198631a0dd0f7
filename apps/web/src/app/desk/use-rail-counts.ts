import { CaseworkerRailDocument, EnterpriseRailDocument } from '@contract/gql';
import { useRead } from '../../lib/graphql/use-read';
import type { DeskRole, RailCount } from './navigation';

export type RailCounts = Readonly<Partial<Record<RailCount, number>>>;

/** The numbers beside the entries: what this role acts on. */
export function useRailCounts(role: DeskRole): RailCounts {
  const caseworker = useRead(CaseworkerRailDocument, {}, { pause: role !== 'CASEWORKER' });
  const enterprise = useRead(EnterpriseRailDocument, {}, { pause: role !== 'ENTERPRISE_HR' });
  if (caseworker.data !== undefined) {
    const { clients, referrals, followUps, payFindings } = caseworker.data;
    return {
      clients: clients.totalCount,
      referrals: referrals.totalCount,
      followUps: followUps.totalCount,
      payFindings: payFindings.totalCount,
    };
  }
  return enterprise.data === undefined ? {} : { candidates: enterprise.data.candidates.totalCount };
}
