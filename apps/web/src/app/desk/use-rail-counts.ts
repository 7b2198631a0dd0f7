import {
  CaseworkerRailDocument,
  EnterpriseRailDocument,
  SupervisorRailDocument,
  type CaseworkerRailQuery,
  type EnterpriseRailQuery,
  type SupervisorRailQuery,
} from '@contract/gql';
import { useRead } from '../../lib/graphql/use-read';
import type { DeskRole, RailCount } from './navigation';

export type RailCounts = Readonly<Partial<Record<RailCount, number>>>;

/** The numbers beside the entries: what this role acts on. */
export function useRailCounts(role: DeskRole): RailCounts {
  const caseworker = useRead(CaseworkerRailDocument, {}, { pause: role !== 'CASEWORKER' });
  const enterprise = useRead(EnterpriseRailDocument, {}, { pause: role !== 'ENTERPRISE_HR' });
  const supervisor = useRead(SupervisorRailDocument, {}, { pause: role !== 'SUPERVISOR' });
  if (caseworker.data !== undefined) return caseworkerCounts(caseworker.data);
  if (supervisor.data !== undefined) return supervisorCounts(supervisor.data);
  return enterprise.data === undefined ? {} : enterpriseCounts(enterprise.data);
}

const caseworkerCounts = ({ clients, referrals, followUps, payFindings }: CaseworkerRailQuery): RailCounts => ({
  clients: clients.totalCount,
  referrals: referrals.totalCount,
  followUps: followUps.totalCount,
  payFindings: payFindings.totalCount,
});

const enterpriseCounts = ({ candidates }: EnterpriseRailQuery): RailCounts => ({ candidates: candidates.totalCount });

const supervisorCounts = (waiting: SupervisorRailQuery): RailCounts => ({
  teamTasks:
    waiting.complaints.filter(({ status }) => status === 'RECEIVED' || status === 'IN_REVIEW').length +
    waiting.fileOpenings.filter(({ review }) => review === 'PENDING').length +
    waiting.correctionRequests.length +
    waiting.erasureRequests.length +
    waiting.consentReviews.length,
  recoveries: waiting.factorRecoveries.length,
  groupPlacement: waiting.placementBatches.edges.filter(
    ({ node: { can } }) => can.includes('APPROVE') || can.includes('COMMIT'),
  ).length,
});
