import type { CandidateCardFragment, ReferralStatus } from '@contract/gql';

export type Candidate = CandidateCardFragment;

/** The views of the board by whose turn it is. */
export const VIEWS = {
  open: ['SENT', 'VIEWED', 'INVITED', 'INTERVIEW', 'OFFERED'],
  awaiting: ['SENT', 'VIEWED'],
  invited: ['INVITED'],
  interview: ['INTERVIEW'],
  offered: ['OFFERED', 'ACCEPTED'],
  pooled: ['POOLED'],
} as const satisfies Record<string, readonly ReferralStatus[]>;

export type View = keyof typeof VIEWS;

export const VIEW_NAMES = Object.keys(VIEWS) as View[];

export const isView = (value: string): value is View => value in VIEWS;

/** What an enterprise can do with a card; the server lists the states it may become. */
export type CandidateAct = 'view' | 'invite' | 'changeTime' | 'offer' | 'decline';

/** The states of a card that waits for this enterprise's first answer. */
export const awaitsAnswer = ({ status }: Candidate): boolean => status === 'SENT' || status === 'VIEWED';

export function actsOf({ status, mayBecome }: Candidate): readonly CandidateAct[] {
  const may = new Set(mayBecome);
  const isMeeting = status === 'INVITED' || status === 'INTERVIEW';
  return [
    ...(status === 'SENT' ? (['view'] as const) : []),
    ...(status === 'VIEWED' && may.has('INVITED') ? (['invite'] as const) : []),
    ...(may.has('OFFERED') ? (['offer'] as const) : []),
    ...(isMeeting ? (['changeTime'] as const) : []),
    ...(may.has('DECLINED_BY_ENTERPRISE') ? (['decline'] as const) : []),
  ];
}
