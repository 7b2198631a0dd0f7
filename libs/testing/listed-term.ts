/** One term of the list, for tests that show that nothing which holds one is taken in. */
export const LISTED_TERM = '吸毒';
