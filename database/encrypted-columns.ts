/** An encrypted column; `owner` is the column with the client under whose key it is sealed, null = the county's key. */
export interface EncryptedColumn {
  readonly table: string;
  readonly column: string;
  readonly owner: 'id' | 'client_id' | null;
}

/** Every column that is sealed under a key of a county or of a client. A test compares the list with the catalogue. */
export const ENCRYPTED_COLUMNS: readonly EncryptedColumn[] = [
  { table: 'client', column: 'name_enc', owner: 'id' },
  { table: 'client', column: 'phone_enc', owner: 'id' },
  { table: 'client', column: 'contact_rules_enc', owner: 'id' },
  { table: 'client', column: 'accommodation_needs_enc', owner: 'id' },
  { table: 'identity_number', column: 'number_enc', owner: 'client_id' },
  { table: 'support_plan', column: 'note_enc', owner: 'client_id' },
  { table: 'goal', column: 'title_enc', owner: 'client_id' },
  { table: 'contact', column: 'note_enc', owner: 'client_id' },
  { table: 'mentor_note', column: 'note_enc', owner: 'client_id' },
  { table: 'consent_grant', column: 'witness_name_enc', owner: 'client_id' },
  { table: 'file', column: 'name_enc', owner: 'client_id' },
  { table: 'file', column: 'key_enc', owner: 'client_id' },
  { table: 'file_opening', column: 'explanation_enc', owner: null },
  { table: 'file_opening', column: 'review_note_enc', owner: null },
  { table: 'complaint', column: 'text_enc', owner: 'client_id' },
  { table: 'complaint', column: 'answer_enc', owner: 'client_id' },
  { table: 'correction_request', column: 'text_enc', owner: 'client_id' },
  { table: 'correction_request', column: 'answer_enc', owner: 'client_id' },
  { table: 'import_row', column: 'cells_enc', owner: null },
];
