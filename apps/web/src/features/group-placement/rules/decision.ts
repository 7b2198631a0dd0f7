import type { BatchDecisionInput } from '@contract/gql';

/** Somebody on the board, and where she stands; null = unplaced. */
export interface Standing {
  readonly clientId: string;
  readonly positionId: string | null;
}

interface Row {
  readonly client: { readonly id: string };
  readonly position: { readonly id: string } | null;
}

/** Where the person of a row stands. */
export const standingOf = ({ client, position }: Row): Standing => ({
  clientId: client.id,
  positionId: position?.id ?? null,
});

/** Where somebody is dropped: on a person, on a position, or on the list of the unplaced. */
export type DropTarget =
  | ({ readonly kind: 'person' } & Standing)
  | { readonly kind: 'position'; readonly positionId: string }
  | { readonly kind: 'unplaced' };

const lock = (clientId: string, positionId: string): BatchDecisionInput => ({
  kind: 'LOCK',
  clientId,
  positionId,
  otherClientId: null,
});

/** She never gets the position where she stands now; null where she stands nowhere. */
export function forbidHere({ clientId, positionId }: Standing): BatchDecisionInput | null {
  return positionId === null ? null : { kind: 'FORBID', clientId, positionId, otherClientId: null };
}

/** She keeps the position where she stands now; null where she stands nowhere. */
export function lockHere({ clientId, positionId }: Standing): BatchDecisionInput | null {
  return positionId === null ? null : lock(clientId, positionId);
}

/**
 * What dropping somebody there would decide. On her own place it locks her; on a person elsewhere the two change
 * places, and where one of them has no place the other's is taken; on the unplaced it forbids the pair. Null where it
 * would decide nothing.
 */
export function decisionOfDrop(dragged: Standing, target: DropTarget): BatchDecisionInput | null {
  if (target.kind === 'unplaced') return forbidHere(dragged);
  if (target.kind === 'position' || target.positionId === dragged.positionId)
    return target.positionId === null ? null : lock(dragged.clientId, target.positionId);
  if (target.positionId === null) return lockAt(target, dragged.positionId);
  if (dragged.positionId === null) return lockAt(dragged, target.positionId);
  return {
    kind: 'SWAP',
    clientId: dragged.clientId,
    positionId: null,
    otherClientId: target.clientId,
  };
}

const lockAt = ({ clientId }: Standing, positionId: string | null): BatchDecisionInput | null =>
  positionId === null ? null : lock(clientId, positionId);
