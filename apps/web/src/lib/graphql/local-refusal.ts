import type { CommandResult } from './use-command';

/** A refusal that needs no server: something was not chosen yet. */
export const localRefusal = (code: string): Extract<CommandResult<never>, { kind: 'refused' }> => ({
  kind: 'refused',
  refusals: [{ __typename: 'RefusalError', code, field: [], message: code, details: [] }],
});
