import type { PlantedProduct, SignedIn } from './planted-product';

/** Pairs the demo client with the mentor, who writes these notes once she agreed; gives the mentor. */
export async function plantMentorNotes(
  product: PlantedProduct,
  { caseworker, client }: { readonly caseworker: SignedIn; readonly client: SignedIn },
  notes: readonly string[],
): Promise<SignedIn> {
  const { rows } = await product.database.admin.query<{ login: string; clientId: string | null; id: string }>(
    `select a.login, m.client_id as "clientId", m.id from membership m join user_account a on a.id = m.account_id
      where a.login in ('client', 'mentor')`,
  );
  await caseworker.act(
    'mutation pairMentor($clientId: ID!, $mentorId: ID!, $key: UUID!) { pairMentor(clientId: $clientId, mentorId: $mentorId, idempotencyKey: $key) { userErrors { code } } }',
    {
      clientId: rows.find(({ login }) => login === 'client')?.clientId,
      mentorId: rows.find(({ login }) => login === 'mentor')?.id,
    },
  );
  const { myConsentRequests } = await client.ask<{ myConsentRequests: { id: string; status: string }[] }>(
    'query asked { myConsentRequests { id status } }',
  );
  for (const { id } of myConsentRequests.filter(({ status }) => status === 'OPEN'))
    await client.act(
      'mutation agree($id: ID!, $key: UUID!) { agreeToConsentRequest(id: $id, idempotencyKey: $key) { userErrors { code } } }',
      { id },
    );
  const mentor = await product.signIn('mentor');
  const { myPeople } = await mentor.ask<{ myPeople: { id: string }[] }>('query people { myPeople { id } }');
  for (const text of notes)
    await mentor.act(
      'mutation note($id: ID!, $text: String!, $key: UUID!) { writeMentorNote(pairingId: $id, text: $text, nextContactOn: null, idempotencyKey: $key) { userErrors { code } } }',
      { id: myPeople[0]?.id, text },
    );
  return mentor;
}

/** The texts of all notes that a mentor reads. */
export async function notesOf(mentor: SignedIn): Promise<string[]> {
  const { myPeople } = await mentor.ask<{ myPeople: { notes: { text: string | null }[] }[] }>(
    'query noted { myPeople { notes { text } } }',
  );
  return myPeople.flatMap(({ notes }) => notes.map(({ text }) => text ?? ''));
}
