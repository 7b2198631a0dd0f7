import { useTranslation } from 'react-i18next';
import { OpenReferralsDocument, ProposeReferralDocument } from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

const OVER = new Set(['DECLINED_BY_CLIENT', 'DECLINED_BY_ENTERPRISE', 'EXPIRED', 'WITHDRAWN', 'OBSOLETE']);

/** How a client is proposed for a position. */
export interface Propose {
  readonly run: (clientId: string, positionId: string) => Promise<void>;
  readonly isRunning: boolean;
}

export function usePropose(): Propose {
  const { t } = useTranslation('matching');
  const { run, isRunning } = useCommand(ProposeReferralDocument);
  const report = useReport();
  return { run: async (clientId, positionId) => report(await run({ clientId, positionId }), t('proposed')), isRunning };
}

/** The positions for which a client has a proposal under way, and whether she objects to ranking. */
export interface UnderWay {
  readonly positionIds: ReadonlySet<string>;
  readonly objectsToRanking: boolean;
}

export function useUnderWay(clientId: string | undefined): UnderWay {
  const read = useRead(OpenReferralsDocument, { clientId: clientId ?? '' }, { pause: clientId === undefined });
  const client = read.data?.client ?? null;
  const open = (client?.referrals ?? []).filter(({ status }) => !OVER.has(status));
  return {
    positionIds: new Set(open.map(({ position }) => position.id)),
    objectsToRanking: client?.objectsToRanking ?? false,
  };
}
