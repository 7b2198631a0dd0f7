import { randomUUID } from 'node:crypto';
import { PASSWORD, PLAN, PlanBench } from '#testing/plan-bench';

describe('the training plan', () => {
  let bench: PlanBench;

  beforeAll(async () => {
    bench = await PlanBench.open();
  }, 600_000);

  afterAll(() => bench.close());

  beforeEach(() => bench.reset());

  describe('what it says', () => {
    it('gives each seat to somebody whom nothing but what the session teaches keeps from the position', async () => {
      const id = await bench.session(2);
      const plan = await bench.planOf(bench.caseworker);
      expect(plan).toMatchObject({ clientsWaiting: 4, clientsPlanned: 4 });
      expect(plan.figures).toMatchObject({ withoutTraining: 1, placed: 3, bound: 3, withoutMore: null });
      const [planned] = plan.sessions;
      expect(planned).toMatchObject({ session: { id }, freeSeats: 2, moreSeats: 0, oneMoreSeat: 1 });
      expect(planned?.seats.map(({ position, learns }) => [position.id, learns[0]?.code])).toEqual([
        [bench.forklift, 'FORKLIFT_N1'],
        [bench.forklift, 'FORKLIFT_N1'],
      ]);
      for (const { client } of planned?.seats ?? []) expect(bench.clients).toContain(client.id);
      expect(plan.withoutPlace).toEqual([{ reason: 'SEATS_TAKEN', count: 1 }]);
    });

    it('names who starts where she could without the course', async () => {
      await bench.session(2);
      const [planned] = (await bench.planOf(bench.caseworker)).sessions;
      for (const { withoutSession, client } of planned?.seats ?? []) {
        expect(withoutSession.map(({ position }) => position.id)).toEqual([bench.plain]);
        expect(withoutSession[0]?.takenBy).toHaveLength(1);
        expect(withoutSession[0]?.takenBy[0]?.id).not.toBe(client.id);
      }
    });

    it('says what seats and slots more would do, and never more than there are places more', async () => {
      const id = await bench.session(2);
      expect((await bench.planOf(bench.caseworker, { moreSeats: [{ id, places: 1 }] })).figures).toMatchObject({
        placed: 4,
        withoutMore: 3,
      });
      expect((await bench.planOf(bench.caseworker, { moreSeats: [{ id, places: 9 }] })).figures).toMatchObject({
        placed: 4,
      });
      const slots = await bench.planOf(bench.caseworker, { moreSlots: [{ id: bench.plain, places: 2 }] });
      expect(slots.figures).toMatchObject({ placed: 4, withoutMore: 3 });
      expect(slots.positions).toEqual([
        {
          position: { id: bench.plain },
          openSlots: 1,
          moreSlots: 2,
          placed: expect.any(Number) as number,
          oneMoreSlot: 0,
        },
      ]);
    });

    it('shows a full session where a seat more would place somebody', async () => {
      const id = await bench.session(1, 'seats_taken = 1');
      const plan = await bench.planOf(bench.caseworker);
      expect(plan.sessions).toMatchObject([{ session: { id }, freeSeats: 0, oneMoreSeat: 1, seats: [] }]);
    });

    it.each([
      ['whose enrolment closed yesterday', 'enrol_to = current_date - 1'],
      ['whose enrolment opens tomorrow', 'enrol_from = current_date + 1'],
      ['that is under way', `status = 'RUNNING'`],
    ])('knows no session %s', async (_, change) => {
      await bench.session(2, change);
      expect(await bench.planOf(bench.caseworker)).toMatchObject({ sessions: [], figures: { placed: 1 } });
    });

    it.each([
      ['closes on the last day of the course', 12, 1],
      ['closes a day after the course', 13, 3],
    ])('counts the day a position %s', async (_, days, placed) => {
      await bench.session(2);
      await bench.rows('update position set closes_on = current_date + $2::int where id = $1', [bench.forklift, days]);
      expect((await bench.planOf(bench.caseworker)).figures.placed).toBe(placed);
    });

    it('trains nobody for what she is learning already, and takes no seat of hers away', async () => {
      const id = await bench.session(2);
      await bench.proposed(bench.caseworker, [[bench.clients[0] ?? '', id]]);
      const plan = await bench.planOf(bench.caseworker);
      expect(plan.figures).toMatchObject({ withoutTraining: 2, placed: 3 });
      expect(plan.sessions[0]).toMatchObject({ freeSeats: 1 });
      expect(plan.sessions[0]?.seats.map(({ client }) => client.id)).not.toContain(bench.clients[0]);
    });

    it('is empty, not a fault, where nobody waits', async () => {
      await bench.rows('update client set objects_to_ranking = true');
      expect(await bench.planOf(bench.caseworker)).toMatchObject({
        clientsWaiting: 0,
        figures: { placed: 0, bound: 0 },
        sessions: [],
      });
    });
  });

  describe('whom it is about', () => {
    it('leaves out who objects to ranking', async () => {
      await bench.session(2);
      await bench.rows('update client set objects_to_ranking = true where id = $1', [bench.clients[0]]);
      const plan = await bench.planOf(bench.caseworker);
      expect(plan.clientsWaiting).toBe(3);
      expect(JSON.stringify(plan)).not.toContain(bench.clients[0]);
    });

    it('shows a caseworker nobody of a colleague’s', async () => {
      await bench.session(2);
      const other = await bench.planOf(await bench.api.signedIn('caseworker2', PASSWORD));
      expect(other).toMatchObject({ clientsWaiting: 0, sessions: [{ seats: [] }] });
    });

    it('writes into each one’s log what a supervisor saw of her', async () => {
      await bench.session(2);
      await bench.rows('delete from disclosure');
      const plan = await bench.planOf(await bench.api.signedIn('supervisor', PASSWORD));
      const seen = plan.sessions.flatMap(({ seats }) => seats.map(({ client }) => client.id));
      expect(seen).toHaveLength(2);
      const logged = await bench.rows<{ client_id: string; field_group: string }>(
        `select distinct client_id, field_group from disclosure where basis = 'CASE_WORK'`,
      );
      for (const clientId of seen)
        for (const fieldGroup of ['IDENTITY', 'PROFILE'])
          expect(logged).toContainEqual({ client_id: clientId, field_group: fieldGroup });
    });
  });

  it.each([
    ['a place less', [{ id: randomUUID(), places: -1 }]],
    ['a hundred and one', [{ id: randomUUID(), places: 101 }]],
    ['what is no id', [{ id: 'x', places: 1 }]],
    ['too many sessions', Array.from({ length: 21 }, () => ({ id: randomUUID(), places: 1 }))],
  ])('does not ask what %s would do', async (_, moreSeats) => {
    const { errors } = await bench.caseworker.ask(PLAN, { moreSeats });
    expect(errors[0]?.extensions.code).toBe('MALFORMED');
  });
});
