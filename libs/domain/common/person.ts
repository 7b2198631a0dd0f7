/** A natural person behind an account: two accounts of one person bear the same `personId`. */
export interface Person {
  readonly personId: string;
}

/**
 * The one answer to "does another person do this?": another natural person, not another account, role or membership.
 * Every act that needs two people asks here.
 */
export const isAnotherPerson = (one: Person, other: Person): boolean => one.personId !== other.personId;
