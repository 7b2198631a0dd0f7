import { randomUUID } from 'node:crypto';
import { rmSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Actor } from '#domain/common/actor';
import { seedDatabase } from '#database/seeds/seed';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import { masterKey } from '#platform/crypto/master-key';
import { Transactions } from '#platform/database/transactions';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';
import { pastTheMatrix } from '#testing/database-wall';

const PASSWORD = 'opened-notes-spec-2026';
const NOTES =
  'caseNotes { isEligible attestedOn attestedByName planNote contacts { channel isTwoWay memberName note } }';
const OPEN = `mutation ($input: FileOpeningInput!, $key: UUID!) {
  openFile(input: $input, idempotencyKey: $key) { fileOpening { id } userErrors { code } } }`;
const REVIEW = `mutation ($id: ID!, $key: UUID!) {
  reviewFileOpening(id: $id, verdict: JUSTIFIED, note: "", idempotencyKey: $key) { userErrors { code } } }`;
const READ = `query ($id: ID!) { openedFile(openingId: $id) { id access ${NOTES} } }`;
const CLIENT = `query ($id: ID!) { client(id: $id) { id access ${NOTES} } }`;
const LIST = `query { clients(first: 20) { edges { node { id caseNotes { planNote contacts { note } } } } } }`;
const [PLAN_NOTE, CONTACT_NOTE] = ['每周二上午联系一次', '说好下周一带她去看车间'];

interface Found {
  readonly id: string;
  readonly file_number: string;
  readonly keeper: string;
}

describe('what an opened file says beyond work', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let api: TestApi;
  let client: Found;
  let keeper: TestCaller;
  let colleague: TestCaller;
  let supervisor: TestCaller;

  beforeAll(async () => {
    database = await testDatabase();
    await seedDatabase({
      migrateUrl: database.urls.migrateUrl,
      masterKey: masterKey(home),
      scale: 'county',
      demoPassword: PASSWORD,
    });
    api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    [client] = (await rows<Found>(
      `select c.id, c.file_number, k.login as keeper from client c join membership w on w.id = c.caseworker_membership_id
         join user_account k on k.id = w.account_id where k.login = 'caseworker' order by c.file_number limit 1`,
    )) as [Found];
    await plantNotes();
    [keeper, colleague, supervisor] = (await Promise.all(
      ['caseworker', 'caseworker2', 'supervisor'].map((login) => api.signedIn(login, PASSWORD)),
    )) as [TestCaller, TestCaller, TestCaller];
  });

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  beforeEach(async () => {
    await rows('delete from file_opening');
    await rows('delete from disclosure');
  });

  async function rows<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await database.admin.query<T>(sql, parameters)).rows;
  }

  async function memberOf(login: string): Promise<Actor> {
    const [actor] = await rows<Actor>(
      `select m.county_id as "countyId", m.role, m.account_id as "accountId", m.id as "membershipId",
              m.organisation_id as "organisationId", null as "clientId"
         from membership m join user_account a on a.id = m.account_id where a.login = $1`,
      [login],
    );
    return actor as Actor;
  }

  /** As her caseworker would have written them. */
  async function plantNotes(): Promise<void> {
    const actor = await memberOf('caseworker');
    const crypto = api.app.get(FieldCrypto);
    const [planId, contactId] = [randomUUID(), randomUUID()];
    const sealed = await api.app.get(Transactions).run(actor, (tx) =>
      Promise.all(
        (
          [
            ['support_plan', planId, PLAN_NOTE],
            ['contact', contactId, CONTACT_NOTE],
          ] as const
        ).map(([table, rowId, text]) =>
          crypto.encrypt(tx, { table, column: 'note_enc', rowId, clientId: client.id }, text),
        ),
      ),
    );
    await rows('delete from contact where client_id = $1', [client.id]);
    await rows(
      `insert into support_plan (county_id, id, client_id, status, note_enc) values ($1, $2, $3, 'DRAFT', $4)`,
      [actor.countyId, planId, client.id, sealed[0]],
    );
    await rows(
      `insert into contact (county_id, id, client_id, membership_id, channel, is_two_way, occurred_at, note_enc)
       values ($1, $2, $3, $4, 'PHONE', true, now(), $5)`,
      [actor.countyId, contactId, client.id, actor.membershipId, sealed[1]],
    );
    await rows(
      `update client set eligible = true, attested_on = '2026-03-02', attested_by_membership_id = $2 where id = $1`,
      [client.id, actor.membershipId],
    );
  }

  async function opened(by: TestCaller): Promise<{ id: string; code: string }> {
    const input = { search: client.file_number, reason: 'CLIENT_ASKED', explanation: '本人到大厅来，要马上答复企业' };
    const { data } = await by.ask(OPEN, { input, key: randomUUID() });
    const payload = data?.['openFile'] as { fileOpening: { id: string } | null; userErrors: { code: string }[] };
    return { id: payload.fileOpening?.id ?? '', code: payload.userErrors.map(({ code }) => code).join() };
  }

  const notesOf = async (by: TestCaller, query: string, id: string): Promise<unknown> =>
    (Object.values((await by.ask(query, { id })).data ?? {})[0] as { caseNotes: unknown } | null)?.caseNotes ?? null;

  const looks = async (): Promise<string[]> =>
    (
      await rows<{ look: string }>(
        `select basis || ' ' || field_group || ' ' || count as look from disclosure where client_id = $1 order by 1`,
        [client.id],
      )
    ).map(({ look }) => look);

  const WHOLE = {
    isEligible: true,
    attestedOn: '2026-03-02',
    attestedByName: expect.any(String) as string,
    planNote: PLAN_NOTE,
    contacts: [{ channel: 'PHONE', isTwoWay: true, memberName: expect.any(String) as string, note: CONTACT_NOTE }],
  };

  it('is read by her caseworker, who leaves no line in the log for it', async () => {
    expect(await notesOf(keeper, CLIENT, client.id)).toEqual(WHOLE);
    expect(await looks()).toEqual([]);
  });

  it('is nothing to a colleague until she opened the file for a reason; then eligibility and notes have lines of their own', async () => {
    expect((await colleague.ask(CLIENT, { id: client.id })).data).toEqual({ client: null });
    const { id, code } = await opened(colleague);
    expect(code).toBe('');
    expect(await notesOf(colleague, READ, id)).toEqual(WHOLE);
    expect(await looks()).toEqual(
      ['AID', 'CASE_NOTES', 'CONTACT', 'ELIGIBILITY', 'IDENTITY', 'PROFILE', 'WORK_NEEDS'].map(
        (group) => `BREAK_GLASS ${group} 1`,
      ),
    );
    expect((await colleague.ask(CLIENT, { id: client.id })).data).toEqual({ client: null });
  });

  it('is nothing to a supervisor who reads the file of her team, and hers for an hour once she opened it', async () => {
    const { data } = await supervisor.ask(CLIENT, { id: client.id });
    expect(data?.['client']).toEqual({ id: client.id, access: 'TEAM', caseNotes: null });
    const { id, code } = await opened(supervisor);
    expect(code).toBe('');
    const withoutEligibility = { isEligible: null, attestedOn: null, attestedByName: null };
    expect(await notesOf(supervisor, READ, id)).toEqual({ ...WHOLE, ...withoutEligibility });
    expect(await looks()).toContain('BREAK_GLASS CASE_NOTES 1');
    expect(await looks()).not.toContain('BREAK_GLASS ELIGIBILITY 1');
    expect(await notesOf(supervisor, CLIENT, client.id)).toBeNull();
    await rows(
      `update file_opening set opened_at = opened_at - interval '2 hours', closes_at = closes_at - interval '2 hours'`,
    );
    expect((await supervisor.ask(READ, { id })).data).toEqual({ openedFile: null });
  });

  it('is open for its hour by the application’s clock, wherever that stands, to the minute', async () => {
    const actor = await memberOf('caseworker2');
    await rows(
      `insert into file_opening (county_id, id, client_id, reader_membership_id, organisation_id, reason, explanation_enc, opened_at, closes_at)
       values ($1, gen_random_uuid(), $2, $3, $4, 'CLIENT_ASKED', '', '2027-03-01T01:00:00Z', '2027-03-01T02:00:00Z')`,
      [actor.countyId, client.id, actor.membershipId, actor.organisationId],
    );
    const seenAt = (now: string): Promise<object[]> =>
      pastTheMatrix(
        database.app,
        { ...actor, openedClients: [client.id] },
        ['select id from client where id = $1', [client.id]],
        { readOnly: true, now: new Date(now) },
      );
    expect(await seenAt('2027-03-01T01:59:59.999Z')).toHaveLength(1);
    expect(await seenAt('2027-03-01T02:00:00Z')).toEqual([]);
  });

  it('is in no list, whoever reads it: a list shows the notes of one’s own clients alone', async () => {
    await opened(colleague);
    for (const caller of [colleague, supervisor]) {
      const text = JSON.stringify((await caller.ask(LIST)).data);
      expect(text).toContain('edges');
      expect(text).not.toContain(PLAN_NOTE);
      expect(text).not.toContain(CONTACT_NOTE);
    }
  });

  it('is not reviewed by the supervisor who opened it herself', async () => {
    const { id } = await opened(supervisor);
    const { data } = await supervisor.ask(REVIEW, { id, key: randomUUID() });
    expect(data).toEqual({ reviewFileOpening: { userErrors: [{ code: 'SAME_PERSON' }] } });
    expect(await rows('select review from file_opening')).toEqual([{ review: 'PENDING' }]);
  });

  it('is refused to her own caseworker as an opening: she has it open', async () => {
    expect((await opened(keeper)).code).toBe('ALREADY_IN_CASELOAD');
  });
});
