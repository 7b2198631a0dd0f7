import type { Lifecycle } from '../common/lifecycle';

/** Where the handover of a client to another caseworker stands. */
export const TransferStatus = {
  REQUESTED: 'REQUESTED',
  ACCEPTED: 'ACCEPTED',
  REFUSED: 'REFUSED',
  WITHDRAWN: 'WITHDRAWN',
} as const;

/** One of the states of a handover. */
export type TransferStatus = (typeof TransferStatus)[keyof typeof TransferStatus];

/** Nothing follows an answer: a client who is to move again gets a new handover. */
export const transferLifecycle: Lifecycle<TransferStatus> = {
  REQUESTED: ['ACCEPTED', 'REFUSED', 'WITHDRAWN'],
  ACCEPTED: [],
  REFUSED: [],
  WITHDRAWN: [],
};

/** Why a client is handed over: a closed list, told to the client in plain words. */
export const TransferReason = {
  CASEWORKER_LEAVES: 'CASEWORKER_LEAVES',
  CLIENT_WISHES: 'CLIENT_WISHES',
  CLIENT_MOVED: 'CLIENT_MOVED',
  WORKLOAD: 'WORKLOAD',
} as const;

/** One of the reasons. */
export type TransferReason = (typeof TransferReason)[keyof typeof TransferReason];
