import { useCallback, useState } from 'react';
import type { Plan } from './use-plan';

/** Somebody and the seat that she is to have. */
export interface Row {
  readonly clientId: string;
  readonly sessionId: string;
  readonly name: string;
}

export interface Chosen {
  /** Those of the plan that are ticked. */
  readonly rows: readonly Row[];
  readonly all: readonly Row[];
  readonly has: (clientId: string, sessionId: string) => boolean;
  readonly turn: (clientId: string, sessionId: string) => void;
  readonly takeAll: () => void;
  readonly clear: () => void;
}

const keyOf = (clientId: string, sessionId: string): string => `${clientId} ${sessionId}`;

/** Which seats of the plan are ticked; what is no longer in the plan is no longer ticked. */
export function useChosen(plan: Plan | undefined): Chosen {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const all = (plan?.sessions ?? []).flatMap(({ session, seats }) =>
    seats.map(({ client }) => ({ clientId: client.id, sessionId: session.id, name: client.name })),
  );
  const turn = useCallback((clientId: string, sessionId: string) => {
    setTicked((before) => {
      const after = new Set(before);
      if (!after.delete(keyOf(clientId, sessionId))) after.add(keyOf(clientId, sessionId));
      return after;
    });
  }, []);
  return {
    rows: all.filter(({ clientId, sessionId }) => ticked.has(keyOf(clientId, sessionId))),
    all,
    has: (clientId, sessionId) => ticked.has(keyOf(clientId, sessionId)),
    turn,
    takeAll: () => setTicked(new Set(all.map(({ clientId, sessionId }) => keyOf(clientId, sessionId)))),
    clear: () => setTicked(new Set()),
  };
}
