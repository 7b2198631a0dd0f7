import { randomUUID } from 'node:crypto';
import { sealedUnder } from '#platform/crypto/sealed-field';
import type { TestCaller } from '#testing/api';
import { SeededApi } from './support/seeded-api';

const ERASURES = 'query { erasureRequests { id client { id name } } }';
const CORRECTIONS = 'query { correctionRequests { id text client { name } } }';
const PARTICIPANTS = 'query ($id: ID!) { sessionParticipants(sessionId: $id) { id name status } }';

/** Lists of which each row names a client; what is asked of her is told. */
const LISTS: readonly (readonly [name: string, list: (client: string) => string])[] = [
  ['clients', (client) => `{ clients(first: 40) { edges { node { ${client} } } } }`],
  ['referrals', (client) => `{ referrals(first: 40) { edges { node { client { ${client} } } } } }`],
  ['follow-ups', (client) => `{ followUps(first: 40) { edges { node { client { ${client} } } } } }`],
  ['findings', (client) => `{ payFindings(first: 40) { edges { node { client { ${client} } } } } }`],
  ['findings in hand', (client) => `{ payFindingBoard { client { ${client} } } }`],
  ['people for a batch', (client) => `{ batchCandidates(first: 40) { edges { node { ${client} } } } }`],
  [
    'people in a batch',
    (client) =>
      `{ placementBatch(id: "BATCH") { assignments(first: 10) { edges { node { client { ${client} } } } } } }`,
  ],
];

/** Ids of everybody in an answer who has a township: of clients. */
const idsIn = (answer: unknown): string[] => {
  if (Array.isArray(answer)) return answer.flatMap(idsIn);
  if (typeof answer !== 'object' || answer === null) return [];
  const { id, township } = answer as { readonly id?: string; readonly township?: unknown };
  return [...(township === undefined || id === undefined ? [] : [id]), ...Object.values(answer).flatMap(idsIn)];
};

describe('reads of names that stand in the log of whom they are about', () => {
  let county: SeededApi;
  let people: readonly string[];
  let batchId: string;

  beforeAll(async () => {
    county = await SeededApi.open();
    const rows = await county.rows<{ id: string }>(
      `select c.id from client c join membership m on m.id = c.caseworker_membership_id join user_account a on a.id = m.account_id
        where a.login = 'caseworker' order by c.id limit 2`,
    );
    people = rows.map(({ id }) => id);
    await county.rows(
      `insert into erasure_request (county_id, id, client_id, status, requested_on, due_on)
       select county_id, gen_random_uuid(), id, 'REQUESTED', current_date, current_date + 15 from client where id = any ($1)`,
      [people],
    );
    await county.rows(
      `insert into correction_request (county_id, id, client_id, field, text_enc, status, due_on)
       select county_id, gen_random_uuid(), id, 'PAY', '', 'REQUESTED', current_date + 10 from client where id = any ($1)`,
      [people],
    );
    await plantFindings();
    const batch = await county.row<{ id: string }>(
      'select batch_id as id from batch_assignment order by batch_id limit 1',
    );
    batchId = batch.id;
  }, 180_000);

  afterAll(() => county.close());

  /** A finding of each of two people, planted without its run. */
  async function plantFindings(): Promise<void> {
    const connection = await county.database.admin.connect();
    await connection.query(`set session_replication_role = 'replica'`);
    await connection.query(
      `insert into pay_finding (county_id, id, result_id, placement_id, client_id, organisation_id, period, rule_code, status, verdict,
                                severity, finding_class, shortfall_fen, figures, detected_at, triage_due_on)
       select c.county_id, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), c.id, o.id, '2026-01', 'MIN_WAGE', 'TRIAGE',
              'VIOLATION', 'MAJOR', 'STATUTORY', 100, '{}', now(), current_date
         from client c cross join lateral (select id from organisation where kind = 'ENTERPRISE' order by id limit 1) o
        where c.id = any ($1)`,
      [people],
    );
    connection.release(true);
  }

  beforeEach(() => county.rows('delete from disclosure'));

  const looks = async (): Promise<string[]> =>
    (
      await county.rows<{ look: string }>(
        `select d.client_id || ' ' || d.basis || ' ' || d.field_group || ' ' || d.count || ' ' || m.display_name as look
           from disclosure d join membership m on m.id = d.reader_membership_id order by 1`,
      )
    ).map(({ look }) => look);
  const asking = (list: (client: string) => string, client: string): string => list(client).replace('BATCH', batchId);

  /** Transactions that wrote lines. */
  const statements = async (): Promise<number> =>
    (await county.rows('select distinct xmin::text from disclosure')).length;
  const listed = (answer: Awaited<ReturnType<TestCaller['ask']>>): unknown[] =>
    (Object.values(answer.data ?? {})[0] as unknown[] | undefined) ?? [];

  it('a supervisor’s list of wishes to be erased: the name of each, counted for the day', async () => {
    const supervisor = await county.signIn('supervisor');
    expect(listed(await supervisor.ask(ERASURES))).toHaveLength(2);
    await supervisor.ask(ERASURES);
    expect(await looks()).toEqual(people.map((id) => `${id} CASE_WORK IDENTITY 2 陈立群`).sort());
  });

  it.each(LISTS)(
    'a supervisor’s list of %s: what it shows of each person, once per answer, and nothing where it shows nobody',
    async (name, list) => {
      const supervisor = await county.signIn('supervisor');
      const nobody = await supervisor.ask(asking(list, 'id fileNumber caseworkerName'));
      expect(nobody.errors).toEqual([]);
      expect(await looks()).toEqual([]);
      const answer = await supervisor.ask(asking(list, 'id name phone township { code } skills { code }'));
      expect(answer.errors).toEqual([]);
      const shown = [...new Set(idsIn(answer.data))].sort();
      expect({ name, isShowing: shown.length > 0 }).toEqual({ name, isShowing: true });
      const groups = ['CONTACT', 'IDENTITY', 'PROFILE'];
      expect(await looks()).toEqual(
        shown.flatMap((id) => groups.map((group) => `${id} CASE_WORK ${group} 1 陈立群`)).sort(),
      );
      expect(await statements()).toBe(1);
    },
  );

  it.each(LISTS)('a caseworker’s list of %s leaves no line: the control', async (_, list) => {
    const caseworker = await county.signIn('caseworker');
    const answer = await caseworker.ask(asking(list, 'id name phone township { code }'));
    expect(answer.errors).toEqual([]);
    expect(await looks()).toEqual([]);
  });

  it('the figures of a finding are pay, which a supervisor’s list of findings notes apart', async () => {
    const supervisor = await county.signIn('supervisor');
    const answer = await supervisor.ask('{ payFindings(first: 10) { edges { node { id shortfall { amount } } } } }');
    expect(answer.errors).toEqual([]);
    expect(await looks()).toEqual(people.map((id) => `${id} CASE_WORK PAY 1 陈立群`).sort());
  });

  it('a file that a supervisor opens is one look at each group, whatever of it is asked for', async () => {
    const supervisor = await county.signIn('supervisor');
    const [id = ''] = people;
    await supervisor.ask('query ($id: ID!) { client(id: $id) { name phone township { code } accommodationNeeds } }', {
      id,
    });
    expect(await looks()).toEqual(
      ['CONTACT', 'IDENTITY', 'PROFILE', 'WORK_NEEDS'].map((group) => `${id} CASE_WORK ${group} 1 陈立群`),
    );
  });

  it('a supervisor’s list of corrections: what is said is of a group of its own', async () => {
    const supervisor = await county.signIn('supervisor');
    expect(listed(await supervisor.ask('query { correctionRequests { id text } }'))).toHaveLength(2);
    expect(await looks()).toEqual(people.map((id) => `${id} CASE_WORK PAY 1 陈立群`).sort());
    expect(listed(await supervisor.ask(CORRECTIONS))).toHaveLength(2);
    expect((await looks()).filter((look) => look.includes('IDENTITY'))).toHaveLength(2);
  });

  it('her own caseworker’s lists leave no line: the control', async () => {
    const caseworker = await county.signIn('caseworker');
    expect(listed(await caseworker.ask(ERASURES))).toHaveLength(2);
    expect(listed(await caseworker.ask(CORRECTIONS))).toHaveLength(2);
    expect(await looks()).toEqual([]);
  });

  it('what a workplace would have to arrange: sealed, her caseworker’s to write and read, a supervisor’s to read with a line', async () => {
    const caseworker = await county.signIn('caseworker');
    const supervisor = await county.signIn('supervisor');
    const [id = ''] = people;
    const { version } = await county.row<{ version: number }>('select version from client where id = $1', [id]);
    const change = (needs: string[], expectedVersion: number) =>
      caseworker.ask(
        `mutation ($id: ID!, $version: Int!, $needs: [String!], $key: UUID!) { updateClient(id: $id, expectedVersion: $version,
           input: { accommodationNeeds: $needs }, idempotencyKey: $key) { client { accommodationNeeds } userErrors { code field } } }`,
        { id, version: expectedVersion, needs, key: randomUUID() },
      );
    expect(
      (
        await change(
          Array.from({ length: 6 }, (_, n) => `第${n}件`),
          version,
        )
      ).data?.['updateClient'],
    ).toEqual({
      client: null,
      userErrors: [{ code: 'TOO_MANY_NEEDS', field: ['input', 'accommodationNeeds'] }],
    });
    const written = await change(['周三上午需请假', ' 周三上午需请假', '靠窗的座位'], version);
    expect(written.data?.['updateClient']).toEqual({
      client: { accommodationNeeds: ['周三上午需请假', '靠窗的座位'] },
      userErrors: [],
    });
    const { sealed } = await county.row<{ sealed: Buffer }>(
      'select accommodation_needs_enc as sealed from client where id = $1',
      [id],
    );
    expect(sealedUnder(sealed).key).toBe('CLIENT');
    expect(await looks()).toEqual([]);
    const read = await supervisor.ask('{ clients(first: 100) { edges { node { id accommodationNeeds } } } }');
    const { edges } = read.data?.['clients'] as { edges: { node: { id: string; accommodationNeeds: string[] } }[] };
    expect((await looks()).filter((look) => look.includes('WORK_NEEDS'))).toHaveLength(edges.length);
    expect((await change([], version + 1)).data?.['updateClient']).toMatchObject({
      client: { accommodationNeeds: [] },
    });
  });

  it('nothing is shown where the line cannot be written', async () => {
    const supervisor = await county.signIn('supervisor');
    await county.rows('revoke insert on disclosure from tonggong_app');
    try {
      for (const query of [ERASURES, CORRECTIONS]) {
        const { data, errors } = await supervisor.ask(query);
        expect(errors).not.toEqual([]);
        expect(JSON.stringify(data)).not.toMatch(/"name":"[^"]/);
      }
    } finally {
      await county.rows('grant insert on disclosure to tonggong_app');
    }
  });

  describe('names in a course', () => {
    interface Session {
      readonly id: string;
      readonly seats: string[];
      readonly login: string;
    }
    let own: Session;
    let foreign: Session;

    beforeAll(async () => {
      const sessions = await county.rows<Session>(
        `select s.id, array_agg(e.client_id::text order by e.requested_at, e.id) as seats, a.login
           from course_session s join enrolment e on e.session_id = s.id and e.status not in ('DROPPED', 'NO_SHOW')
           join membership m on m.id = s.trainer_membership_id join user_account a on a.id = m.account_id
          group by s.id, a.login order by a.login = 'trainer' desc, s.id`,
      );
      own = sessions.find(({ login }) => login === 'trainer') as Session;
      foreign = sessions.find(({ login }) => login !== 'trainer') as Session;
    });

    it('are read by their trainer alone and the base, with a line for each seat; another trainer finds nobody', async () => {
      const trainer = await county.signIn('trainer');
      const names = listed(await trainer.ask(PARTICIPANTS, { id: own.id })) as { name: string; status: string }[];
      expect(names).toHaveLength(own.seats.length);
      expect(names.every(({ name }) => name.length > 1)).toBe(true);
      expect(await looks()).toEqual([...own.seats].sort().map((id) => `${id} COURSE IDENTITY 1 罗庆`));
      await county.rows('delete from disclosure');
      expect(listed(await trainer.ask(PARTICIPANTS, { id: foreign.id }))).toEqual([]);
      expect(await looks()).toEqual([]);
      const base = await county.signIn('base');
      expect(listed(await base.ask(PARTICIPANTS, { id: foreign.id }))).toHaveLength(foreign.seats.length);
      expect(await looks()).toEqual([...foreign.seats].sort().map((id) => `${id} COURSE IDENTITY 1 程洁`));
    });

    it('end with the seat', async () => {
      const trainer = await county.signIn('trainer');
      const [gone] = own.seats;
      await county.rows(`update enrolment set status = 'DROPPED' where session_id = $1 and client_id = $2`, [
        own.id,
        gone,
      ]);
      expect(listed(await trainer.ask(PARTICIPANTS, { id: own.id }))).toHaveLength(own.seats.length - 1);
      expect((await looks()).some((look) => look.startsWith(gone ?? ''))).toBe(false);
    });
  });
});
