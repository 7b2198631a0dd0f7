import { randomBytes, randomUUID } from 'node:crypto';
import type { DatabaseError, PoolClient } from 'pg';
import { seedDatabase } from '#database/seeds/seed';
import { testDatabase, type TestDatabase } from '#testing/database';

type Changes = Readonly<Record<string, unknown>>;

const LIVE = `status in ('PROBATION', 'ACTIVE') and ended_on is null`;

describe('the invariants that the database itself keeps', () => {
  let database: TestDatabase;
  let client: PoolClient;

  beforeAll(async () => {
    database = await testDatabase();
    await seedDatabase({
      migrateUrl: database.urls.migrateUrl,
      masterKey: randomBytes(32),
      scale: 'county',
      demoPassword: null,
    });
    client = await database.admin.connect();
  });

  afterAll(async () => {
    client.release();
    await database.close();
  });

  beforeEach(() => client.query('begin'));
  afterEach(() => client.query('rollback'));

  /** Adds a copy of a row with some columns changed, and gives its id. */
  async function copyOf(table: string, where: string, changes: Changes): Promise<string> {
    const id = randomUUID();
    const { rowCount } = await client.query(
      `insert into "${table}"
       select (jsonb_populate_record(t, $1)).* from "${table}" t where ${where} order by t.id limit 1`,
      [JSON.stringify({ id, ...changes })],
    );
    if (rowCount !== 1) throw new Error(`The seed has no ${table} where ${where}.`);
    return id;
  }

  async function one<T extends object>(sql: string): Promise<T> {
    const { rows } = await client.query<T>(sql);
    if (rows[0] === undefined) throw new Error(`The seed has no row for: ${sql}`);
    return rows[0];
  }

  /** The name of the constraint that refuses; null where nothing does. */
  async function refusedBy(work: () => Promise<unknown>): Promise<string | null> {
    try {
      await work();
      return null;
    } catch (error) {
      const { constraint, column, message } = error as DatabaseError;
      return constraint ?? column ?? message;
    }
  }

  it('lets one live placement have a slot, and another only after its end', async () => {
    const { client_id } = await one<{ client_id: string }>(
      `select c.id as client_id from client c where not exists (select from placement p where p.client_id = c.id)`,
    );
    const changes = { client_id, referral_id: null, employee_pseudonym: null };
    await client.query('savepoint before');
    expect(await refusedBy(() => copyOf('placement', LIVE, changes))).toBe('placement_slot_live_idx');
    await client.query('rollback to before');
    await client.query(
      `update placement set status = 'ENDED', ended_on = hire_date, ended_at = now(), end_reason = 'OTHER' where ${LIVE}`,
    );
    const again = { ...changes, status: 'ACTIVE', ended_on: null, ended_at: null, end_reason: null };
    expect(await refusedBy(() => copyOf('placement', `status = 'ENDED' and slot_id is not null`, again))).toBeNull();
  });

  describe('two placements of one client', () => {
    const beside = async (changes: Changes): Promise<string | null> => {
      const { id, slot } = await one<{ id: string; slot: string }>(
        `select p.id, s.id as slot from placement p join job_slot s on s.organisation_id = p.organisation_id
          where p.weekly_hours > 24 and p.status in ('PROBATION', 'ACTIVE')
            and not exists (select from placement o where o.slot_id = s.id)
          limit 1`,
      );
      const other = { slot_id: slot, referral_id: null, employee_pseudonym: null };
      return refusedBy(() => copyOf('placement', `t.id = '${id}'`, { ...other, ...changes }));
    };

    it('never overlap when both are full-time', async () => {
      expect(await beside({})).toBe('placement_full_time_excl');
    });

    it('may overlap when one is part-time', async () => {
      expect(await beside({ weekly_hours: 24 })).toBeNull();
    });

    it('never carry one employee number in the same enterprise', async () => {
      const number = { employee_pseudonym: 'A-0001' };
      await client.query(
        `update placement set employee_pseudonym = 'A-0001' where id = (
           select id from placement where weekly_hours > 24 and status in ('PROBATION', 'ACTIVE') order by id limit 1)`,
      );
      const copy = await one<{ id: string; slot: string }>(
        `select p.id, s.id as slot from placement p join job_slot s on s.organisation_id = p.organisation_id
          where p.employee_pseudonym = 'A-0001' and not exists (select from placement o where o.slot_id = s.id) limit 1`,
      );
      const changes = { slot_id: copy.slot, referral_id: null, weekly_hours: 24, ...number };
      expect(await refusedBy(() => copyOf('placement', `t.id = '${copy.id}'`, changes))).toBe(
        'placement_employee_number_live_idx',
      );
    });
  });

  it('has one open referral of a client for a position, and another once it is closed', async () => {
    const code = { card_code: 'NEW1' };
    await client.query('savepoint before');
    expect(await refusedBy(() => copyOf('referral', `status = 'VIEWED'`, code))).toBe('referral_open_once_idx');
    await client.query('rollback to before');
    expect(await refusedBy(() => copyOf('referral', `status = 'WITHDRAWN'`, code))).toBeNull();
  });

  it.each([
    ['a slot that is held for nobody', `update job_slot set status = 'HELD'`, 'job_slot_held_check'],
    ['an open slot that still names its holder', `update job_slot set held_until = now()`, 'job_slot_held_check'],
    [
      'an offer without its terms',
      `update referral set status = 'OFFERED' where status = 'INTERVIEW'`,
      'referral_offer_check',
    ],
    ['a card without a sending', `update referral set card = '{}' where status = 'PROPOSED'`, 'referral_card_check'],
    [
      'a paid work sample of five hours',
      `update referral set paid_work_sample_hours = 5`,
      'referral_paid_work_sample_hours_check',
    ],
    ['an unknown state', `update referral set status = 'SHORTLISTED' where status = 'VIEWED'`, 'referral_status_check'],
    ['more slots than were pledged', `update position set slots_total = 10000`, 'cooperation_agreement_pledge_check'],
    [
      'a pledge below what is given out',
      `update cooperation_agreement set pledged_slots = 0`,
      'cooperation_agreement_pledge_check',
    ],
    [
      'an agreement that ends before it begins',
      `update cooperation_agreement set effective_to = effective_from - 1`,
      'cooperation_agreement_term_check',
    ],
    ['negative pay', `update position set pay_min_fen = -1`, 'position_pay_min_fen_check'],
    ['a posted maximum below the minimum', `update position set pay_max_fen = pay_min_fen - 1`, 'position_pay_check'],
    [
      'a consent for more than a year',
      `update consent_grant set valid_to = valid_from + interval '12 months 1 day'`,
      'consent_grant_term_check',
    ],
    ['a consent to nothing', `update consent_grant set field_groups = '{}'`, 'consent_grant_groups_check'],
    [
      'a consent to an unknown group',
      `update consent_grant set field_groups = '{HISTORY}'`,
      'consent_grant_field_groups_check',
    ],
    [
      'an end before the start',
      `update placement set status = 'ENDED', ended_on = hire_date - 1, ended_at = now(), end_reason = 'OTHER'`,
      'placement_ended_check',
    ],
    [
      'an end without a reason',
      `update placement set status = 'ENDED', ended_on = hire_date, end_reason = null where ${LIVE}`,
      'placement_end_recorded_check',
    ],
    [
      'fewer seats than are taken',
      `update course_session set seats = 1, min_seats = 0 where seats_taken > 1`,
      'course_session_full_check',
    ],
    ['a lesson that ends as it begins', `update lesson set ends_at = starts_at`, 'lesson_time_check'],
    ['weights that are not 10,000 together', `update score_weights set skills = skills - 1`, 'score_weights_sum_check'],
    ['a fourth wish', `update client set desired_occupations = '{a,b,c,d}'`, 'client_wishes_check'],
    [
      'an eligibility that nobody attested',
      `update client set eligible = true, attested_on = null`,
      'client_attested_check',
    ],
    [
      'a closed entry without a reason',
      `update programme_entry set status = 'CLOSED', closed_on = started_on, close_reason = null`,
      'programme_entry_closed_check',
    ],
    ['a login with a capital letter', `update user_account set login = upper(login)`, 'user_account_login_check'],
    ['a month 13', `update payroll_line set period = '2026-13'`, 'payroll_line_period_check'],
    [
      'a line with more leave than days',
      `update payroll_line set unpaid_leave_days = scheduled_days + 0.5`,
      'payroll_line_leave_check',
    ],
  ])('refuses %s', async (_, sql, constraint) => {
    expect(await refusedBy(() => client.query(sql))).toBe(constraint);
  });

  it('refuses a confirmed enrolment beyond the seats, and takes it after one has left', async () => {
    const { id } = await one<{ id: string }>(
      `select session_id as id from enrolment where status = 'CONFIRMED' group by 1 order by count(*) desc limit 1`,
    );
    await client.query('update course_session set seats = seats_taken, min_seats = 0 where id = $1', [id]);
    const { client_id } = await one<{ client_id: string }>(
      `select c.id as client_id from client c where not exists (select from enrolment e where e.client_id = c.id)`,
    );
    const enrol = (): Promise<string> =>
      copyOf('enrolment', `session_id = '${id}' and status = 'CONFIRMED'`, { client_id });
    await client.query('savepoint before');
    expect(await refusedBy(enrol)).toBe('course_session_full_check');
    await client.query('rollback to before');
    await client.query(
      `update enrolment set status = 'NO_SHOW' where id = (select min(id::text)::uuid from enrolment where session_id = $1 and status = 'CONFIRMED')`,
      [id],
    );
    expect(await refusedBy(enrol)).toBeNull();
  });

  it.each(['room_id', 'trainer_membership_id'])(
    'refuses two lessons at once for one %s, and takes them in turn',
    async (who) => {
      const other = who === 'room_id' ? 'trainer_membership_id' : 'room_id';
      const name = who === 'room_id' ? 'lesson_room_excl' : 'lesson_trainer_excl';
      const { starts, ends } = await one<{ starts: Date; ends: Date }>(
        `select starts_at as starts, ends_at as ends from lesson where ${who} is not null order by starts_at desc limit 1`,
      );
      const last = `${who} is not null and starts_at = (select max(starts_at) from lesson where ${who} is not null)`;
      const overlapping = { [other]: null, number: 900, ends_at: new Date(ends.getTime() + 1000) };
      const after = {
        [other]: null,
        number: 901,
        starts_at: ends,
        ends_at: new Date(2 * ends.getTime() - starts.getTime()),
      };
      await client.query('savepoint before');
      expect(await refusedBy(() => copyOf('lesson', last, overlapping))).toBe(name);
      await client.query('rollback to before');
      expect(await refusedBy(() => copyOf('lesson', last, after))).toBeNull();
    },
  );

  it('refuses a reference to a row of another county', async () => {
    const { id } = await one<{ id: string }>('select gen_random_uuid() as id');
    await client.query(
      `insert into county (id, code, name, product_name) values ($1, '999999', 'another', 'another')`,
      [id],
    );
    const foreign = refusedBy(() => copyOf('room', 'true', { county_id: id }));
    expect(await foreign).toBe('room_organisation_id_fkey');
  });

  it('refuses a placement in a slot of another enterprise', async () => {
    const { organisation } = await one<{ organisation: string }>(
      `select o.id as organisation from organisation o
        where o.kind = 'ENTERPRISE' and o.id <> (select organisation_id from placement where ${LIVE} order by id limit 1)`,
    );
    const moved = client.query(
      `update placement set organisation_id = $1 where id = (select id from placement where ${LIVE} order by id limit 1)`,
      [organisation],
    );
    expect(await refusedBy(() => moved)).toBe('placement_slot_id_fkey');
  });
});
