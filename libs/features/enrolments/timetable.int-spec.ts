import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '#domain/common/actor';
import { addDays, dayOf, startOfDay, type Day } from '#domain/common/day';
import { LessonsReader } from '#features/training';
import { seedDatabase } from '#database/seeds/seed';
import { SystemClock } from '#platform/clock/clock';
import { Transactions } from '#platform/database/transactions';
import { pastTheMatrix } from '#testing/database-wall';
import { testDatabase, type TestDatabase } from '#testing/database';
import { LessonsRepository } from '../training/lessons.repository';
import { EnrolmentsRepository } from './enrolments.repository';
import { TimetableService } from './timetable.service';

const HOUR = 3_600_000;

describe('the timetable', () => {
  const timetable = new TimetableService(new EnrolmentsRepository(), new LessonsReader(new LessonsRepository()));
  const today = dayOf(new Date());
  let database: TestDatabase;
  let transactions: Transactions;
  let client: Actor;

  beforeAll(async () => {
    database = await testDatabase();
    await seedDatabase({
      migrateUrl: database.urls.migrateUrl,
      masterKey: randomBytes(32),
      scale: 'county',
      demoPassword: null,
    });
    transactions = new Transactions(database.app, new SystemClock());
    client = await one<Actor>(
      `select county_id as "countyId", 'CLIENT' as role, null as "accountId", null as "membershipId",
              null as "organisationId", id as "clientId" from client order by id limit 1`,
    );
  });

  beforeEach(async () => {
    await database.admin.query('delete from attendance');
    await database.admin.query('delete from enrolment where client_id = $1', [client.clientId]);
  });

  afterAll(() => database.close());

  async function one<T extends object>(sql: string, parameters: unknown[] = []): Promise<T> {
    const { rows } = await database.admin.query<T>(sql, parameters);
    if (rows[0] === undefined) throw new Error(`No row: ${sql}`);
    return rows[0];
  }

  /** A session of its own with one lesson at each instant, in which the client is enrolled. */
  async function aSession(of: {
    startsAt: readonly Date[];
    enrolment?: string;
    status?: string;
    cancelled?: boolean;
  }): Promise<void> {
    const sessionId = randomUUID();
    const { n } = await one<{ n: number }>('select max(number) + 1 as n from course_session');
    await database.admin.query(
      `insert into course_session (county_id, id, course_id, number, seats, min_seats, enrol_from, enrol_to, starts_on, ends_on, status)
       select county_id, $1, id, $2, 5, 0, $3, $3, $3, $3, $4 from training_course limit 1`,
      [sessionId, n, today, of.status ?? 'RUNNING'],
    );
    for (const [index, startsAt] of of.startsAt.entries()) {
      await database.admin.query(
        `insert into lesson (county_id, id, session_id, number, starts_at, ends_at, room_id, is_cancelled)
         select county_id, gen_random_uuid(), $1, $2, $3, $4, null, $5 from course_session where id = $1`,
        [sessionId, index + 1, startsAt, new Date(startsAt.getTime() + HOUR), of.cancelled ?? false],
      );
    }
    await database.admin.query(
      `insert into enrolment (county_id, id, client_id, session_id, status, requested_at) values ($1, gen_random_uuid(), $2, $3, $4, now())`,
      [client.countyId, client.clientId, sessionId, of.enrolment ?? 'ATTENDING'],
    );
  }

  const numbersOn = (from: Day, to: Day): Promise<number[]> =>
    transactions.run(client, async (tx) =>
      (await timetable.lessonsOn(tx, from, to)).map(({ lessonNumber }) => lessonNumber),
    );

  const next = (): ReturnType<TimetableService['nextLesson']> =>
    transactions.run(client, (tx) => timetable.nextLesson(tx));

  it('shows the lessons of the days asked for, both ends included, in the county’s zone', async () => {
    const tomorrow = startOfDay(addDays(today, 1));
    const dayAfter = startOfDay(addDays(today, 2));
    const before = new Date(tomorrow.getTime() - HOUR);
    const last = new Date(dayAfter.getTime() - HOUR);
    await aSession({ startsAt: [before, tomorrow, last, dayAfter] });
    expect(await numbersOn(addDays(today, 1), addDays(today, 1))).toEqual([2, 3]);
    expect(await numbersOn(today, addDays(today, 2))).toEqual([1, 2, 3, 4]);
    expect(await numbersOn(addDays(today, 3), today)).toEqual([]);
  });

  it.each(['CONFIRMED', 'ATTENDING'])('goes through a %s enrolment', async (enrolment) => {
    await aSession({ startsAt: [new Date(Date.now() + HOUR)], enrolment });
    expect(await next()).not.toBeNull();
  });

  it.each(['REQUESTED', 'WAITLISTED', 'DROPPED', 'NO_SHOW'])('knows nothing of a %s enrolment', async (enrolment) => {
    await aSession({ startsAt: [new Date(Date.now() + HOUR)], enrolment });
    expect(await next()).toBeNull();
    expect(await numbersOn(today, addDays(today, 2))).toEqual([]);
  });

  it('says that the lesson that is on comes before the one after it', async () => {
    await aSession({
      startsAt: [new Date(Date.now() - 2 * HOUR), new Date(Date.now() - HOUR / 2), new Date(Date.now() + HOUR)],
    });
    expect(await next()).toMatchObject({ lessonNumber: 2, isCancelled: false });
  });

  it.each([
    ['the lesson', { cancelled: true }],
    ['its session', { status: 'CANCELLED' }],
  ])('shows a lesson as called off when %s was, and passes it over as the next', async (_, how) => {
    await aSession({ startsAt: [startOfDay(addDays(today, 1))], ...how });
    const [lesson] = await transactions.run(client, (tx) => timetable.lessonsOn(tx, today, addDays(today, 1)));
    expect(lesson).toMatchObject({ isCancelled: true, roomName: '', trainerName: '' });
    expect(await next()).toBeNull();
  });

  it('names course, room and trainer', async () => {
    const model = await one<{ session: string; course: string; room: string; trainer: string }>(
      `select s.id as session, k.name as course, r.name as room, t.display_name as trainer
         from lesson l join course_session s on s.id = l.session_id join training_course k on k.id = s.course_id
         join room r on r.id = l.room_id join membership t on t.id = s.trainer_membership_id
        where l.starts_at > now() and not l.is_cancelled and s.status in ('OPEN', 'RUNNING') limit 1`,
    );
    await database.admin.query(
      `insert into enrolment (county_id, id, client_id, session_id, status, requested_at) values ($1, gen_random_uuid(), $2, $3, 'WAITLISTED', now())`,
      [client.countyId, client.clientId, model.session],
    );
    await database.admin.query('update course_session set seats = seats + 1 where id = $1', [model.session]);
    await database.admin.query(`update enrolment set status = 'CONFIRMED' where client_id = $1`, [client.clientId]);
    expect(await next()).toMatchObject({
      courseName: model.course,
      roomName: model.room,
      trainerName: model.trainer,
    });
  });

  const somebodyAs = (role: string): Promise<Actor> =>
    one<Actor>(
      `select county_id as "countyId", role, account_id as "accountId", id as "membershipId",
              organisation_id as "organisationId", client_id as "clientId" from membership where role = $1 limit 1`,
      [role],
    );

  it.each(['CASEWORKER', 'TRAINER'])('is empty for a %s, who has no lessons of her own', async (role) => {
    await aSession({ startsAt: [new Date(Date.now() + HOUR)] });
    expect(await transactions.run(await somebodyAs(role), (tx) => timetable.nextLesson(tx))).toBeNull();
  });

  it('is not asked at all by an enterprise, to which enrolments are shut', async () => {
    await aSession({ startsAt: [new Date(Date.now() + HOUR)] });
    const enterprise = await somebodyAs('ENTERPRISE_HR');
    await expect(transactions.run(enterprise, (tx) => timetable.nextLesson(tx))).rejects.toThrow(
      'gives ENTERPRISE_HR nothing to read of the type enrolment',
    );
    for (const table of ['enrolment', 'lesson'])
      expect(await pastTheMatrix(database.app, enterprise, [`select id from ${table}`])).toEqual([]);
  });
});
