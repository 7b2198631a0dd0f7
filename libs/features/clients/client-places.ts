import type { ClientFieldPlace } from '#platform/crypto/client-keys';

/** The encrypted columns of a client's own row. */
export type ClientColumn = 'name_enc' | 'phone_enc' | 'contact_rules_enc' | 'accommodation_needs_enc';

/** Where a field of a client's own row is sealed for. */
export const clientPlace = (clientId: string, column: ClientColumn): ClientFieldPlace => ({
  table: 'client',
  column,
  rowId: clientId,
  clientId,
});
