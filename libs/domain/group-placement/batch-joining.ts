/** What decides whether a client may come into a batch. */
export interface JoiningFacts {
  readonly objects: boolean;
  readonly entryActive: boolean;
  readonly atWork: boolean;
  readonly holdsSlot: boolean;
  /** In another batch that is neither committed nor discarded. */
  readonly isElsewhere: boolean;
}

/** Why a client does not come into a batch. */
export type JoiningCode =
  'OBJECTS_TO_RANKING' | 'ENTRY_NOT_ACTIVE' | 'LIVE_PLACEMENT' | 'SLOT_HELD' | 'IN_ANOTHER_BATCH';

/** Why she does not come in; null = she may. Her own objection stands before everything else. */
export function joiningCode(facts: JoiningFacts): JoiningCode | null {
  if (facts.objects) return 'OBJECTS_TO_RANKING';
  if (!facts.entryActive) return 'ENTRY_NOT_ACTIVE';
  if (facts.atWork) return 'LIVE_PLACEMENT';
  if (facts.holdsSlot) return 'SLOT_HELD';
  return facts.isElsewhere ? 'IN_ANOTHER_BATCH' : null;
}
