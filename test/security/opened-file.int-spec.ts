import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Actor } from '#domain/common/actor';
import { SEARCHES_A_DAY } from '#domain/caseloads/file-opening';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type Answer, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';
import { pastTheMatrix } from '#testing/database-wall';
import { LISTED_TERM } from '#testing/listed-term';

const PASSWORD = 'opened-file-spec-2026';
const OPEN = `mutation ($input: FileOpeningInput!, $key: UUID!) {
  openFile(input: $input, idempotencyKey: $key) { fileOpening { id fileNumber } userErrors { code } } }`;
const REVIEW = `mutation ($id: ID!, $verdict: OpeningReview!, $note: String!, $key: UUID!) {
  reviewFileOpening(id: $id, verdict: $verdict, note: $note, idempotencyKey: $key) { fileOpening { review } userErrors { code } } }`;
const READ = 'query ($id: ID!) { openedFile(openingId: $id) { id name phone access } }';
const CLIENT = 'query ($id: ID!) { client(id: $id) { id name access } }';
const UPDATE = `mutation ($id: ID!, $key: UUID!) {
  updateClient(id: $id, expectedVersion: 1, input: { weeklyHoursAvailable: 7 }, idempotencyKey: $key) { userErrors { code } } }`;
const TEAM_GROUPS = ['CONTACT', 'IDENTITY', 'PROFILE', 'WORK_NEEDS'];
const OFFICE_GROUPS = ['AID', 'CASE_NOTES', 'ELIGIBILITY'];
const WHY = '本人到大厅来，要马上答复企业';

interface Found {
  readonly id: string;
  readonly file_number: string;
}

describe('a file of another caseworker’s client', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let api: TestApi;
  let reader: TestCaller;
  let keeper: TestCaller;
  let supervisor: TestCaller;
  let person: TestCaller;
  let client: Found;
  let readerActor: Actor;

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    const [row] = await rows<Found & { login: string }>(
      `select c.id, c.file_number, k.login from membership m join user_account a on a.id = m.account_id
         join client c on c.id = m.client_id join membership w on w.id = c.caseworker_membership_id
         join user_account k on k.id = w.account_id where a.login = 'client'`,
    );
    client = row as Found;
    const other = row?.login === 'caseworker' ? 'caseworker2' : 'caseworker';
    reader = await api.signedIn(other, PASSWORD);
    keeper = await api.signedIn(row?.login ?? '', PASSWORD);
    supervisor = await api.signedIn('supervisor', PASSWORD);
    person = await api.signedIn('client', PASSWORD);
    [readerActor] = (await rows<Actor>(
      `select m.county_id as "countyId", m.role, m.account_id as "accountId", m.id as "membershipId",
              m.organisation_id as "organisationId", null as "clientId"
         from membership m join user_account a on a.id = m.account_id where a.login = '${other}'`,
    )) as [Actor];
  }, 180_000);

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  beforeEach(async () => {
    await rows('delete from file_opening');
    await rows('delete from disclosure');
    await rows('update user_account set person_id = null');
  });

  async function rows<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await database.admin.query<T>(sql, parameters)).rows;
  }

  const errorOf = ({ data, errors }: Answer): string => {
    const payload = Object.values(data ?? {})[0] as { userErrors: { code: string }[] } | null | undefined;
    return errors[0]?.extensions.code ?? payload?.userErrors.map(({ code }) => code).join() ?? '';
  };

  const opened = (caller: TestCaller, input: object = {}): Promise<Answer> =>
    caller.ask(OPEN, {
      input: { search: client.file_number, reason: 'CLIENT_ASKED', explanation: WHY, ...input },
      key: randomUUID(),
    });

  async function anOpening(): Promise<string> {
    const answer = await opened(reader);
    expect(errorOf(answer)).toBe('');
    return (answer.data?.['openFile'] as { fileOpening: { id: string } }).fileOpening.id;
  }

  const looks = (): Promise<{ basis: string; field_group: string; count: number }[]> =>
    rows('select basis, field_group, count from disclosure where client_id = $1 order by field_group', [client.id]);

  const everyGroup = (basis: string, count: number) =>
    [...(basis === 'BREAK_GLASS' ? OFFICE_GROUPS : []), ...TEAM_GROUPS]
      .sort()
      .map((field_group) => ({ basis, field_group, count }));

  it('is shut without an opening, and each reading of an opened one stands in the log before the answer', async () => {
    expect((await reader.ask(CLIENT, { id: client.id })).data).toEqual({ client: null });
    const id = await anOpening();
    expect(await looks()).toEqual([]);
    const { data } = await reader.ask(READ, { id });
    expect(data?.['openedFile']).toMatchObject({ id: client.id, access: 'BREAK_GLASS' });
    expect(await looks()).toEqual(everyGroup('BREAK_GLASS', 1));
    await reader.ask(READ, { id });
    expect(await looks()).toEqual(everyGroup('BREAK_GLASS', 2));
    const entries = await rows<{ action: string }>(
      `select action from audit_entry where actor_membership_id = $1 and action like 'file.%' order by occurred_at desc limit 3`,
      [readerActor.membershipId],
    );
    expect(entries.map(({ action }) => action)).toEqual(['file.read', 'file.read', 'file.opened']);
  });

  it('gives no answer where the log cannot be written', async () => {
    const id = await anOpening();
    await rows(
      `create function refuse_log() returns trigger language plpgsql as $$ begin raise exception 'no log'; end $$`,
    );
    await rows(
      'create trigger no_log before insert or update on disclosure for each row execute function refuse_log()',
    );
    const { data, errors } = await reader.ask(READ, { id });
    await rows('drop trigger no_log on disclosure');
    await rows('drop function refuse_log');
    expect([data?.['openedFile'] ?? null, errors[0]?.extensions.code]).toEqual([null, 'INTERNAL']);
    expect((await reader.ask(READ, { id })).data?.['openedFile']).toMatchObject({ id: client.id });
  });

  it('stays out of every list, every other field and every change while it is open', async () => {
    await anOpening();
    const before = await rows('select version from client where id = $1', [client.id]);
    expect((await reader.ask(CLIENT, { id: client.id })).data).toEqual({ client: null });
    const list = await reader.ask('query ($s: String!) { clients(filter: { search: $s }) { totalCount } }', {
      s: client.file_number,
    });
    expect(list.data).toEqual({ clients: { totalCount: 0 } });
    expect(errorOf(await reader.ask(UPDATE, { id: client.id, key: randomUUID() }))).toBe('NOT_FOUND');
    expect(await rows('select version from client where id = $1', [client.id])).toEqual(before);
  });

  it('opens for its reader alone, and closes when its hour is over', async () => {
    const id = await anOpening();
    expect((await keeper.ask(READ, { id })).data).toEqual({ openedFile: null });
    await rows(
      `update file_opening set opened_at = now() - interval '61 minutes', closes_at = now() - interval '1 minute'`,
    );
    expect((await reader.ask(READ, { id })).data).toEqual({ openedFile: null });
    expect(await looks()).toEqual([]);
  });

  it('is open behind the second wall only in a reading transaction that names it, and without pay', async () => {
    await anOpening();
    const seen = async (actor: Actor, readOnly: boolean, table = 'client', column = 'id'): Promise<number> => {
      const sql = `select count(*)::int as n from ${table} where ${column} = $1`;
      const [row] = await pastTheMatrix<{ n: number }>(database.app, actor, [sql, [client.id]], { readOnly });
      return row?.n ?? -1;
    };
    const named = { ...readerActor, openedClients: [client.id] };
    expect(await seen(named, true)).toBe(1);
    expect(await seen(named, false)).toBe(0);
    expect(await seen(readerActor, true)).toBe(0);
    expect(await seen({ ...named, role: 'MENTOR' }, true)).toBe(0);
    expect(await seen({ ...named, openedClients: [randomUUID()] }, true)).toBe(0);
    expect(await seen(named, true, 'programme_entry', 'client_id')).toBe(1);
    for (const table of ['pay_finding', 'pay_check_result'])
      expect(await seen(named, true, table, 'client_id')).toBe(0);
    await rows(
      `update file_opening set opened_at = now() - interval '60 minutes', closes_at = now() - interval '1 second'`,
    );
    expect(await seen(named, true)).toBe(0);
  });

  it.each([
    ['REQUIRED', { explanation: ' ' }],
    ['TOO_SHORT', { explanation: '有事' }],
    ['BANNED_TERM', { explanation: `${WHY}${LISTED_TERM}` }],
    ['NOT_FOUND', { search: '2026-999999' }],
    ['NOT_FOUND', { search: '没有这个人' }],
    ['NOT_FOUND', { search: '' }],
  ])('is refused %s for %o, with nothing written but the denial', async (code, input) => {
    const denied = async () =>
      (
        await rows<{ n: number }>(
          `select count(*)::int as n from audit_entry where action = 'file.sought' and outcome = 'DENIED'`,
        )
      )[0]?.n ?? 0;
    const before = await denied();
    expect(errorOf(await opened(reader, input))).toBe(code);
    expect(await denied()).toBe(before + 1);
    expect(await rows('select id from file_opening')).toEqual([]);
  });

  it('is found by a whole name or phone number, one person at a time, and never one’s own', async () => {
    const [{ name, phone }] = [
      ((await keeper.ask('query ($id: ID!) { client(id: $id) { name phone } }', { id: client.id })).data?.['client'] ??
        {}) as { name: string; phone: string },
    ];
    expect(errorOf(await opened(keeper))).toBe('ALREADY_IN_CASELOAD');
    expect(errorOf(await opened(reader, { search: phone }))).toBe('');
    expect(errorOf(await opened(reader, { search: name.slice(0, 1) }))).toBe('NOT_FOUND');
    const [other] = await rows<{ id: string; name_bidx: Buffer }>(
      'select id, name_bidx from client where id <> $1 order by id limit 1',
      [client.id],
    );
    await rows('update client set name_bidx = (select name_bidx from client where id = $1) where id = $2', [
      client.id,
      other?.id,
    ]);
    expect(errorOf(await opened(reader, { search: name }))).toBe('SEVERAL_FOUND');
    await rows('update client set name_bidx = $1 where id = $2', [other?.name_bidx, other?.id]);
  });

  it('is reviewed once, by another natural person, and the client sees who, when, why and what became of it', async () => {
    const id = await anOpening();
    const review = (verdict = 'NOT_JUSTIFIED', note = '专员当天在岗，可以直接找她') =>
      supervisor.ask(REVIEW, { id, verdict, note, key: randomUUID() });
    await rows(`update user_account set person_id = $1 where id = $1 or login = 'supervisor'`, [readerActor.accountId]);
    expect(errorOf(await review())).toBe('SAME_PERSON');
    await rows('update user_account set person_id = null');
    expect(errorOf(await review('PENDING'))).toBe('WRONG_STATE');
    expect(errorOf(await review('JUSTIFIED', LISTED_TERM))).toBe('BANNED_TERM');
    expect(await rows('select review, reviewed_at from file_opening')).toEqual([
      { review: 'PENDING', reviewed_at: null },
    ]);
    const both = await Promise.all([review('JUSTIFIED'), review()]);
    expect(both.map(errorOf).sort()).toEqual(['', 'WRONG_STATE']);
    expect(errorOf(await review())).toBe('WRONG_STATE');
    const { data } = await person.ask('{ myFileOpenings { readerName reason explanation review reviewNote } }');
    expect(data?.['myFileOpenings']).toEqual([
      expect.objectContaining({ reason: 'CLIENT_ASKED', explanation: WHY, reviewNote: expect.any(String) as string }),
    ]);
    expect((data?.['myFileOpenings'] as { review: string }[])[0]?.review).not.toBe('PENDING');
  });

  it('refuses in the database too that a person reviews what she opened under another account', async () => {
    const id = await anOpening();
    const [boss] = (await rows<Actor>(
      `select m.county_id as "countyId", m.role, m.account_id as "accountId", m.id as "membershipId",
              m.organisation_id as "organisationId", null as "clientId"
         from membership m join user_account a on a.id = m.account_id where a.login = 'supervisor'`,
    )) as [Actor];
    const reviewed = (): Promise<object[]> =>
      pastTheMatrix(database.app, boss, [
        `update file_opening set review = 'JUSTIFIED', reviewed_by_membership_id = $2, reviewed_at = now() where id = $1 returning id`,
        [id, boss.membershipId],
      ]);
    await rows(`update user_account set person_id = $1 where id = any($2)`, [
      randomUUID(),
      [boss.accountId, readerActor.accountId],
    ]);
    expect(await reviewed()).toHaveLength(0);
    await rows('update user_account set person_id = null');
    expect(await reviewed()).toHaveLength(1);
  });

  it('lets a supervisor in, with a line in the client’s log for the day, and a caseworker into her own without one', async () => {
    await keeper.ask(CLIENT, { id: client.id });
    expect(await looks()).toEqual([]);
    expect((await supervisor.ask(CLIENT, { id: client.id })).data?.['client']).toMatchObject({ access: 'TEAM' });
    expect(await looks()).toEqual(everyGroup('CASE_WORK', 1));
    await supervisor.ask(CLIENT, { id: client.id });
    expect(await looks()).toEqual(everyGroup('CASE_WORK', 2));
    const { data } = await person.ask('{ myDisclosures { basis readerName } }');
    expect(data?.['myDisclosures']).toContainEqual({ basis: 'CASE_WORK', readerName: '陈立群' });
  });

  it('stops those who look too often within a day', async () => {
    const codes: string[] = [];
    for (let n = 0; n <= SEARCHES_A_DAY; n += 1)
      codes.push(errorOf(await opened(reader, { search: `2020-${n + 900_000}` })));
    expect(codes.at(-1)).toBe('TOO_MANY_SEARCHES');
    expect(errorOf(await opened(reader))).toBe('TOO_MANY_SEARCHES');
    expect(await rows('select id from file_opening')).toEqual([]);
  });
});
