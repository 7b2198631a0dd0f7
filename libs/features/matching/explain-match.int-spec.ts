import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';

const PASSWORD = 'explain-match-2026';
const EXPLAIN = `query ($client: ID!, $position: ID!) {
  explainMatch(clientId: $client, positionId: $position) {
    score feasible parts { name } hardChecks { name passed }
    missingQualifications { check qualification { code } nextSession { id seats seatsTaken } } } }`;

interface Explained {
  readonly score: number;
  readonly feasible: boolean;
  readonly parts: readonly object[];
  readonly hardChecks: readonly { name: string; passed: boolean }[];
  readonly missingQualifications: readonly {
    check: string;
    qualification: { code: string };
    nextSession: { id: string; seats: number; seatsTaken: number } | null;
  }[];
}

describe('why, why not, and what would change it', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let api: TestApi;
  let caseworker: TestCaller;
  let pair: { client: string; position: string };

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    caseworker = await api.signedIn('caseworker', PASSWORD);
    const found = await rows<{ client: string; position: string }>(
      `select c.id as client, p.id as position from client c
         join membership m on m.id = c.caseworker_membership_id join user_account a on a.id = m.account_id
         cross join lateral (select id from position where status = 'PUBLISHED' order by id limit 1) p
        where a.login = 'caseworker' order by c.id limit 1`,
    );
    pair = found[0] ?? { client: '', position: '' };
    await rows('delete from client_certificate where client_id = $1', [pair.client]);
    await rows(`update client set skills = '{}' where id = $1`, [pair.client]);
    await rows(
      `update position set required_certificates = '{FORKLIFT_N1}', required_skills = '{ARC_WELDING}' where id = $1`,
      [pair.position],
    );
  }, 180_000);

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  beforeEach(async () => {
    await rows('update client set objects_to_ranking = false where id = $1', [pair.client]);
    await rows(`update course_session set status = 'CANCELLED'`);
  });

  async function rows<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await database.admin.query<T>(sql, parameters)).rows;
  }

  async function explained(caller: TestCaller = caseworker): Promise<Explained | null> {
    const { data } = await caller.ask(EXPLAIN, pair);
    return (data?.['explainMatch'] ?? null) as Explained | null;
  }

  /** A session of the course that takes enrolments until so many days from now and begins a week after that. */
  async function session(course: string, daysFromNow: number, taken: number): Promise<string> {
    const [row] = await rows<{ id: string }>(
      `insert into course_session (county_id, id, course_id, number, seats, min_seats, enrol_from, enrol_to, starts_on, ends_on, status)
       select county_id, gen_random_uuid(), id, 900 + floor(random() * 90000)::int, 3, 1, current_date - 40, current_date + $2::int,
              current_date + $2::int + 7, current_date + $2::int + 14, 'OPEN' from training_course where code = $1 returning id`,
      [course, daysFromNow],
    );
    await rows('update course_session set seats_taken = $2 where id = $1', [row?.id, taken]);
    return row?.id ?? '';
  }

  const missing = async (): Promise<Record<string, string | null>> =>
    Object.fromEntries(
      ((await explained())?.missingQualifications ?? []).map(({ qualification, nextSession }) => [
        qualification.code,
        nextSession?.id ?? null,
      ]),
    );

  it('names every failing check, and for each missing skill or certificate the next session that teaches it', async () => {
    const forklift = await session('FORKLIFT', 5, 0);
    await session('FORKLIFT', 30, 0);
    const answer = await explained();
    const failed = answer?.hardChecks.filter(({ passed }) => !passed).map(({ name }) => name);
    expect(failed).toEqual(expect.arrayContaining(['CERTIFICATES', 'SKILLS']));
    expect(answer?.feasible).toBe(false);
    expect(await missing()).toEqual({ FORKLIFT_N1: forklift, ARC_WELDING: null });
  });

  it('puts a later session with a free seat before an earlier one that is full, and shows the full one where no other is', async () => {
    const full = await session('FORKLIFT', 3, 3);
    expect((await missing())['FORKLIFT_N1']).toBe(full);
    const free = await session('FORKLIFT', 20, 2);
    expect((await missing())['FORKLIFT_N1']).toBe(free);
  });

  it('knows a session on the last day of enrolment, and none a day later', async () => {
    await session('FORKLIFT', -1, 0);
    expect((await missing())['FORKLIFT_N1']).toBeNull();
    const today = await session('FORKLIFT', 0, 0);
    expect((await missing())['FORKLIFT_N1']).toBe(today);
  });

  it('gives no score to who objects to ranking, but every check', async () => {
    expect((await explained())?.parts).toHaveLength(6);
    await rows('update client set objects_to_ranking = true where id = $1', [pair.client]);
    expect(await explained()).toMatchObject({ score: 0, parts: [] });
    expect((await explained())?.hardChecks).toHaveLength(9);
  });

  it('is in no ranking from the moment she objects: plain list, no near misses, no candidate, no score on a proposal', async () => {
    const [other] = await rows<{ client: string; position: string }>(
      `select c.id as client, p.id as position from client c
         join membership m on m.id = c.caseworker_membership_id join user_account a on a.id = m.account_id
         join programme_entry e on e.client_id = c.id and e.status = 'ACTIVE'
         cross join lateral (
           select p.id from position p join cooperation_agreement g on g.id = p.agreement_id
            where p.status = 'PUBLISHED' and g.status = 'ACTIVE' and g.effective_to > current_date + 60 and p.id <> $2
              and (p.closes_on is null or p.closes_on > current_date + 60)
              and exists (select from job_slot s where s.position_id = p.id and s.status = 'OPEN')
              and not exists (select from referral r where r.client_id = c.id and r.position_id = p.id) order by p.id limit 1) p
        where a.login = 'caseworker' and c.id <> $1 and not exists (select from placement l where l.client_id = c.id)
        order by c.id limit 1`,
      [pair.client, pair.position],
    );
    await rows(
      `update position set required_skills = '{}', required_certificates = '{}', capacity_demands = '{}' where id = $1`,
      [other?.position],
    );
    await rows(
      `update client set objects_to_ranking = false, weekly_hours_available = 60, shift_limits = '{}', travel_limit_minutes = 600,
              min_acceptable_pay_fen = null, available_from = null where id = $1`,
      [other?.client],
    );
    const ask = async (query: string): Promise<Record<string, unknown> | null> =>
      (await caseworker.ask(query, { client: other?.client, position: other?.position })).data;
    const lists = `query ($client: ID!, $position: ID!) {
      plain: matchesForClient(clientId: $client, first: 100) { score parts { name } feasible }
      near: nearMissesForClient(clientId: $client, first: 100) { score }
      people: matchesForPosition(positionId: $position, first: 100) { client { id } } }`;
    const ranked = await ask(lists);
    expect((ranked?.['plain'] as { score: number }[]).some(({ score }) => score > 0)).toBe(true);
    expect(ranked?.['near']).not.toEqual([]);
    expect(ranked?.['people']).toContainEqual({ client: { id: other?.client } });
    await rows('update client set objects_to_ranking = true where id = $1', [other?.client]);
    const plain = await ask(lists);
    expect(new Set((plain?.['plain'] as object[]).map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ score: 0, parts: [], feasible: true })]),
    );
    expect(plain?.['near']).toEqual([]);
    expect(plain?.['people']).not.toContainEqual({ client: { id: other?.client } });
    const proposed = await caseworker.ask(
      `mutation ($client: ID!, $position: ID!, $key: UUID!) {
        proposeReferral(clientId: $client, positionId: $position, idempotencyKey: $key) { referral { score } userErrors { code } } }`,
      { client: other?.client, position: other?.position, key: randomUUID() },
    );
    expect(proposed.data?.['proposeReferral']).toEqual({ referral: { score: null }, userErrors: [] });
    const stored = await rows<{ score: number | null; parts: number }>(
      `select score, jsonb_array_length(explanation -> 'parts') as parts from referral where client_id = $1 and position_id = $2`,
      [other?.client, other?.position],
    );
    expect(stored).toEqual([{ score: null, parts: 0 }]);
  });

  it('says nothing about another caseworker’s client', async () => {
    expect(await explained(await api.signedIn('caseworker2', PASSWORD))).toBeNull();
    expect(await explained()).not.toBeNull();
  });
});
