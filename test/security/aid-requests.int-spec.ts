import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/common/actor';
import type { TestCaller } from '#testing/api';
import { pastTheMatrix } from '#testing/database-wall';
import { SeededApi } from './support/seeded-api';

const THEIRS = 'query ($id: ID!) { client(id: $id) { aidRequests { kind } } }';

describe('help that a client asks other offices for', () => {
  let county: SeededApi;
  let caseworker: TestCaller;
  let colleague: TestCaller;
  let supervisor: TestCaller;
  let client: TestCaller;
  let clientId: string;

  beforeAll(async () => {
    county = await SeededApi.open();
    const her = await county.row<{ id: string; keeper: string }>(
      `select c.id, k.login as keeper from membership m join user_account a on a.id = m.account_id
         join client c on c.id = m.client_id join membership w on w.id = c.caseworker_membership_id
         join user_account k on k.id = w.account_id where a.login = 'client'`,
    );
    clientId = her.id;
    caseworker = await county.signIn(her.keeper);
    colleague = await county.signIn(her.keeper === 'caseworker' ? 'caseworker2' : 'caseworker');
    supervisor = await county.signIn('supervisor');
    client = await county.signIn('client');
  }, 180_000);

  afterAll(() => county.close());

  beforeEach(async () => {
    await county.rows('delete from disclosure');
    await county.rows('delete from aid_request');
    await county.rows(
      `insert into aid_request (county_id, id, client_id, kind, status, noted_by_membership_id, noted_on, next_look_on)
       select county_id, gen_random_uuid(), id, 'HOUSING', 'NOTED', caseworker_membership_id, current_date, current_date from client where id = $1`,
      [clientId],
    );
  });

  const looks = async (): Promise<string[]> =>
    (
      await county.rows<{ look: string }>(
        `select d.basis || ' ' || d.field_group || ' ' || d.count as look from disclosure d where d.client_id = $1 order by 1`,
        [clientId],
      )
    ).map(({ look }) => look);

  /** Her requests as somebody reads them behind the second wall alone. */
  async function behind(login: string): Promise<number> {
    const actor = await county.row<Actor>(
      `select m.county_id as "countyId", m.role, m.account_id as "accountId", m.id as "membershipId",
              m.organisation_id as "organisationId", m.client_id as "clientId"
         from membership m join user_account a on a.id = m.account_id where a.login = $1`,
      [login],
    );
    const sql = 'select count(*)::int as n from aid_request where client_id = $1';
    const [row] = await pastTheMatrix<{ n: number }>(county.database.app, actor, [sql, [clientId]]);
    return row?.n ?? -1;
  }

  it('is read by her caseworker without a line, by a supervisor with one, by a colleague not at all', async () => {
    const aid = async (who: TestCaller): Promise<unknown> =>
      ((await who.ask(THEIRS, { id: clientId })).data?.['client'] as { aidRequests: unknown } | null)?.aidRequests;
    expect(await aid(caseworker)).toEqual([{ kind: 'HOUSING' }]);
    expect((await looks()).filter((look) => look.includes('AID'))).toEqual([]);
    expect(await aid(supervisor)).toEqual([{ kind: 'HOUSING' }]);
    expect((await looks()).filter((look) => look.includes('AID'))).toEqual(['CASE_WORK AID 1']);
    expect(await aid(colleague)).toBeUndefined();
    expect((await client.ask('{ myAidRequests { kind } }')).data).toEqual({ myAidRequests: [{ kind: 'HOUSING' }] });
  });

  it.each(['mentor', 'hr', 'trainer', 'base', 'administrator', 'auditor', 'fund'])(
    'is nothing to %s',
    async (login) => {
      expect(await behind(login)).toBe(0);
    },
  );

  it('is read in a file that was opened for a reason, under that reading’s own line', async () => {
    const { file_number: search } = await county.row<{ file_number: string }>(
      'select file_number from client where id = $1',
      [clientId],
    );
    const opening = await colleague.ask(
      `mutation ($input: FileOpeningInput!, $key: UUID!) { openFile(input: $input, idempotencyKey: $key) { fileOpening { id } userErrors { code } } }`,
      { input: { search, reason: 'CLIENT_ASKED', explanation: '本人到大厅来问住房的事' }, key: randomUUID() },
    );
    const { fileOpening } = opening.data?.['openFile'] as { fileOpening: { id: string } };
    const { data } = await colleague.ask('query ($id: ID!) { openedFile(openingId: $id) { aidRequests { kind } } }', {
      id: fileOpening.id,
    });
    expect(data).toEqual({ openedFile: { aidRequests: [{ kind: 'HOUSING' }] } });
    expect(await looks()).toContain('BREAK_GLASS AID 1');
  });
});
