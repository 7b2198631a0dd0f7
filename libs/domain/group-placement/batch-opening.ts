import { refusal, settled, type Outcome, type Refusal } from '../common/outcome';

/** Longest title of a batch. */
export const LONGEST_TITLE = 80;

/** Days within which a batch stops collecting: what lies further ahead is planned with other people and other slots. */
export const LONGEST_COLLECTING_DAYS = 90;

const DAY_MS = 86_400_000;

/** Why a batch is not opened. */
export type OpenBatchCode = 'TITLE_REQUIRED' | 'TITLE_TOO_LONG' | 'CUTOFF_PASSED' | 'CUTOFF_TOO_FAR';

/** Checks what a batch is opened with. */
export function openBatch(
  input: { readonly title: string; readonly cutoffAt: Date },
  now: Date,
): Outcome<{ readonly title: string; readonly cutoffAt: Date }, OpenBatchCode> {
  const title = input.title.trim();
  const refusals: Refusal<OpenBatchCode>[] = [];
  if (title === '') refusals.push(refusal('TITLE_REQUIRED', ['input', 'title']));
  if ([...title].length > LONGEST_TITLE)
    refusals.push(refusal('TITLE_TOO_LONG', ['input', 'title'], { most: LONGEST_TITLE }));
  const ahead = input.cutoffAt.getTime() - now.getTime();
  if (ahead <= 0) refusals.push(refusal('CUTOFF_PASSED', ['input', 'cutoffAt']));
  if (ahead > LONGEST_COLLECTING_DAYS * DAY_MS)
    refusals.push(refusal('CUTOFF_TOO_FAR', ['input', 'cutoffAt'], { days: LONGEST_COLLECTING_DAYS }));
  return settled(refusals, { title, cutoffAt: input.cutoffAt });
}
