import { randomUUID } from 'node:crypto';
import type { Answer } from '#testing/api';
import { PASSWORD, PlanBench, PROPOSE } from '#testing/plan-bench';

describe('requests for the seats of a plan', () => {
  let bench: PlanBench;

  beforeAll(async () => {
    bench = await PlanBench.open();
  }, 600_000);

  afterAll(() => bench.close());

  beforeEach(() => bench.reset());

  describe('seats that are asked for', () => {
    it('are asked for one by one, with what became of each', async () => {
      const id = await bench.session(3);
      const [one = '', two = '', three = ''] = bench.clients;
      await bench.proposed(bench.caseworker, [[one, id]]);
      const { proposals, userErrors } = await bench.proposed(bench.caseworker, [
        [one, id],
        [two, id],
        [three, randomUUID()],
      ]);
      expect(userErrors).toEqual([]);
      expect(proposals).toMatchObject([
        { clientId: one, enrolment: { status: 'REQUESTED' } },
        { clientId: two, enrolment: { status: 'REQUESTED' }, code: null },
        { clientId: three, enrolment: null, code: 'NOT_FOUND' },
      ]);
      expect((await bench.enrolments()).map(({ client_id: client }) => client)).toEqual([one, two].sort());
    });

    it('take no seat, stand in the audit trail, and are asked for once under one key', async () => {
      const id = await bench.session(1);
      const key = randomUUID();
      const wanted = [[bench.clients[0] ?? '', id]] as const;
      const first = await bench.proposed(bench.caseworker, wanted, key);
      expect(await bench.proposed(bench.caseworker, wanted, key)).toEqual(first);
      expect(await bench.enrolments()).toEqual([{ client_id: bench.clients[0], status: 'REQUESTED' }]);
      const [stored] = await bench.rows<{ seats_taken: number }>(
        'select seats_taken from course_session where id = $1',
        [id],
      );
      expect(stored?.seats_taken).toBe(0);
      const audited = await bench.rows(
        `select from audit_entry a join enrolment e on e.id = a.subject_id where a.action = 'enrolment.requested'`,
      );
      expect(audited).toHaveLength(1);
    });

    it('are one, of twenty requests at once under twenty keys', async () => {
      const id = await bench.session(5);
      const wanted = [[bench.clients[0] ?? '', id]] as const;
      const answers = await Promise.all(Array.from({ length: 20 }, () => bench.proposed(bench.caseworker, wanted)));
      expect(await bench.enrolments()).toHaveLength(1);
      const refused = answers.filter(({ proposals }) => proposals === null);
      expect(refused).toHaveLength(19);
      for (const { userErrors } of refused)
        expect(userErrors).toEqual([{ code: 'ALREADY_ENROLLED', field: ['rows', '0'] }]);
    });

    it.each([
      ['SESSION_FULL', 'seats_taken = seats'],
      ['ENROLMENT_CLOSED', 'enrol_to = current_date - 1'],
      ['ENROLMENT_CLOSED', `status = 'RUNNING'`],
    ])('are refused with %s where the session has %s', async (code, change) => {
      const id = await bench.session(2, change);
      const { proposals, userErrors } = await bench.proposed(bench.caseworker, [[bench.clients[0] ?? '', id]]);
      expect(proposals).toBeNull();
      expect(userErrors).toEqual([{ code, field: ['rows', '0'] }]);
      expect(await bench.enrolments()).toEqual([]);
    });

    it('are refused for a colleague’s client, as if she were not there', async () => {
      const id = await bench.session(2);
      const other = await bench.api.signedIn('caseworker2', PASSWORD);
      const { userErrors } = await bench.proposed(other, [[bench.clients[0] ?? '', id]]);
      expect(userErrors).toEqual([{ code: 'NOT_FOUND', field: ['rows', '0'] }]);
      expect(await bench.enrolments()).toEqual([]);
    });

    it('are refused where a lesson is at the time of another that she takes part in', async () => {
      const [mine, theirs] = [await bench.session(2), await bench.session(2)];
      for (const id of [mine, theirs])
        await bench.rows(
          `insert into lesson (county_id, id, session_id, number, starts_at, ends_at)
           select county_id, gen_random_uuid(), id, 1, now() + interval '6 days', now() + interval '6 days 2 hours' from course_session where id = $1`,
          [id],
        );
      await bench.proposed(bench.caseworker, [[bench.clients[0] ?? '', theirs]]);
      const { userErrors } = await bench.proposed(bench.caseworker, [[bench.clients[0] ?? '', mine]]);
      expect(userErrors).toEqual([{ code: 'LESSONS_OVERLAP', field: ['rows', '0'] }]);
      expect(await bench.enrolments()).toHaveLength(1);
    });

    it('are refused where she lacks what the course asks for', async () => {
      const id = await bench.session(2);
      await bench.rows(`update training_course set prerequisites = '{STOCK_TAKING}' where code = 'FORKLIFT'`);
      const { userErrors } = await bench.proposed(bench.caseworker, [[bench.clients[0] ?? '', id]]);
      expect(userErrors[0]?.code).toBe('PREREQUISITES_MISSING');
      expect((await bench.planOf(bench.caseworker)).figures.placed).toBe(1);
      await bench.rows(`update client set skills = '{STOCK_TAKING}' where id = $1`, [bench.clients[0]]);
      expect((await bench.planOf(bench.caseworker)).figures.placed).toBe(2);
      await bench.rows(`update training_course set prerequisites = '{}' where code = 'FORKLIFT'`);
    });
  });

  it.each([
    ['no rows', { rows: [], key: randomUUID() }, 'REQUIRED'],
    ['what is no id', { rows: [{ clientId: 'x', sessionId: randomUUID() }], key: randomUUID() }, 'MALFORMED'],
    [
      'more than a hundred rows',
      {
        rows: Array.from({ length: 101 }, () => ({ clientId: randomUUID(), sessionId: randomUUID() })),
        key: randomUUID(),
      },
      'MALFORMED',
    ],
  ])('refuses %s', async (_, variables, code) => {
    const answer: Answer = await bench.caseworker.ask(PROPOSE, variables);
    expect(JSON.stringify(answer)).toContain(code);
    expect(await bench.enrolments()).toEqual([]);
  });
});
