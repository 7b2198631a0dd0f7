import type { StartedImport } from '../../features/imports';

interface TrialState {
  readonly isTrial: boolean;
}

/** What the address of a run remembers about how it was started: the run itself does not say. */
export const trialState = ({ isTrial }: StartedImport): TrialState => ({ isTrial });

/** True where a page was opened by starting a trial. */
export const isTrial = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'isTrial' in state && state.isTrial === true;
