import { randomUUID } from 'node:crypto';
import type { TestCaller } from '#testing/api';
import { PASSWORD, PlanBench } from '#testing/plan-bench';

const CONFIRM = `mutation ($id: ID!, $key: UUID!) {
  confirmEnrolment(enrolmentId: $id, idempotencyKey: $key) { enrolment { id status } userErrors { code field } } }`;
const WAITLIST = `mutation ($id: ID!, $key: UUID!) {
  waitlistEnrolment(enrolmentId: $id, idempotencyKey: $key) { enrolment { id status } userErrors { code field } } }`;
const SESSIONS = '{ courseSessions(first: 100) { edges { node { id seatsTaken seatsAsked } } } }';
const NAMES = 'query ($id: ID!) { sessionParticipants(sessionId: $id) { id status } }';

interface Answered {
  readonly enrolment: { readonly status: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

interface Session {
  readonly id: string;
  readonly seatsTaken: number;
  readonly seatsAsked: number;
}

describe('the base answers who asked for a seat', () => {
  let bench: PlanBench;
  let base: TestCaller;
  let asking: string[] = [];

  beforeAll(async () => {
    bench = await PlanBench.open();
    base = await bench.api.signedIn('base', PASSWORD);
  }, 600_000);

  afterAll(() => bench.close());

  beforeEach(() => bench.reset());

  async function answered(query: string, id: string, who = base): Promise<Answered> {
    const { data } = await who.ask(query, { id, key: randomUUID() });
    return Object.values(data ?? {})[0] as Answered;
  }

  const announced = () =>
    bench.rows(
      `select subject_id as about, data ->> 'kind' as kind from outbox_event where job = 'message.announced' and subject_id = any ($1::uuid[])`,
      [asking],
    );

  const codesOf = ({ userErrors }: Answered): string[] => userErrors.map(({ code }) => code);

  /** A session with so many seats, for which the first clients asked; gives it and their enrolments. */
  async function asked(seats: number, clients: number): Promise<{ id: string; enrolments: string[] }> {
    const id = await bench.session(seats);
    await bench.proposed(
      bench.caseworker,
      bench.clients.slice(0, clients).map((client) => [client, id] as const),
    );
    const { data } = await base.ask(NAMES, { id });
    const rows = data?.['sessionParticipants'] as { id: string }[];
    asking = rows.map((row) => row.id);
    return { id, enrolments: asking };
  }

  async function counts(id: string): Promise<Session | undefined> {
    const { data } = await base.ask(SESSIONS);
    const { edges } = data?.['courseSessions'] as { edges: { node: Session }[] };
    return edges.map(({ node }) => node).find((node) => node.id === id);
  }

  it('sees how many wait, and gives a seat, which is taken then and stands in the audit trail', async () => {
    const { id, enrolments } = await asked(3, 2);
    expect(await counts(id)).toMatchObject({ seatsTaken: 0, seatsAsked: 2 });
    expect((await answered(CONFIRM, enrolments[0] ?? '')).enrolment).toMatchObject({ status: 'CONFIRMED' });
    expect(await counts(id)).toMatchObject({ seatsTaken: 1, seatsAsked: 1 });
    const audited = await bench.rows(
      `select from audit_entry where action = 'enrolment.confirmed' and subject_id = $1`,
      [enrolments[0]],
    );
    expect(audited).toHaveLength(1);
  });

  it('has a waiting list, from which a seat is given later', async () => {
    const { id, enrolments } = await asked(1, 1);
    const [one = ''] = enrolments;
    expect((await answered(WAITLIST, one)).enrolment).toMatchObject({ status: 'WAITLISTED' });
    expect(await counts(id)).toMatchObject({ seatsTaken: 0, seatsAsked: 0 });
    expect(codesOf(await answered(WAITLIST, one))).toEqual(['WRONG_STATE']);
    expect((await answered(CONFIRM, one)).enrolment).toMatchObject({ status: 'CONFIRMED' });
    expect(codesOf(await answered(CONFIRM, one))).toContain('WRONG_STATE');
  });

  it('tells who waited that there is a seat now, and nobody whose request is answered at once', async () => {
    const { enrolments } = await asked(2, 2);
    const [one = '', two = ''] = enrolments;
    await answered(CONFIRM, two);
    await answered(WAITLIST, one);
    expect(await announced()).toEqual([]);
    await answered(CONFIRM, one);
    await answered(CONFIRM, one);
    expect(await announced()).toEqual([{ about: one, kind: 'SEAT_FREE' }]);
  });

  it('gives the last seat once, to however many it is promised at the same time', async () => {
    const { id, enrolments } = await asked(1, 3);
    const answers = await Promise.all(enrolments.map((one) => answered(CONFIRM, one)));
    expect(answers.filter(({ enrolment }) => enrolment !== null)).toHaveLength(1);
    expect(answers.flatMap(codesOf)).toEqual(['SESSION_FULL', 'SESSION_FULL']);
    expect(await counts(id)).toMatchObject({ seatsTaken: 1, seatsAsked: 2 });
  });

  it('gives none in a session that has begun, and nothing is written', async () => {
    const { id, enrolments } = await asked(3, 1);
    await bench.rows(`update course_session set status = 'RUNNING' where id = $1`, [id]);
    expect(codesOf(await answered(CONFIRM, enrolments[0] ?? ''))).toEqual(['ENROLMENT_CLOSED']);
    expect((await bench.enrolments()).map(({ status }) => status)).toEqual(['REQUESTED']);
  });

  it.each([randomUUID(), 'not-an-id'])('knows no enrolment %s', async (id) => {
    expect(await answered(CONFIRM, id)).toEqual({
      enrolment: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['enrolmentId'] }],
    });
  });
});
