/** Most things that a workplace would have to arrange for one person, and the most characters of each. */
export const WORK_NEEDS = { most: 5, longest: 60 } as const;

/** Why a list of needs is not taken. */
export type WorkNeedsCode = 'TOO_MANY_NEEDS' | 'TOO_LONG';

/** The needs as they are kept: without blanks around, empty ones and doubles. */
export const tidyWorkNeeds = (needs: readonly string[]): string[] => [
  ...new Set(needs.map((need) => need.replace(/\s+/g, ' ').trim()).filter((need) => need !== '')),
];

/** What speaks against tidy needs; null when nothing does. */
export function workNeedsRefusal(needs: readonly string[]): WorkNeedsCode | null {
  if (needs.length > WORK_NEEDS.most) return 'TOO_MANY_NEEDS';
  return needs.some((need) => [...need].length > WORK_NEEDS.longest) ? 'TOO_LONG' : null;
}

/** Tidy needs as one text, which is sealed as a whole; '' = none. */
export const workNeedsText = (needs: readonly string[]): string => needs.join('\n');

/** The needs in such a text. */
export const workNeedsIn = (text: string): string[] => (text === '' ? [] : text.split('\n'));
