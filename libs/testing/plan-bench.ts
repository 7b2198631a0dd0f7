import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type TestApi, type TestCaller } from './api';
import { testDatabase, type TestDatabase } from './database';

export const PASSWORD = 'training-plan-2026';

export const PLAN = `query ($moreSeats: [MorePlacesInput!], $moreSlots: [MorePlacesInput!]) {
  trainingPlan(moreSeats: $moreSeats, moreSlots: $moreSlots) {
    state clientsWaiting clientsPlanned
    figures { withoutTraining heuristic placed bound stoppedBy withoutMore }
    sessions { session { id } freeSeats moreSeats oneMoreSeat
      seats { client { id name } position { id } fit learns { code } withoutSession { position { id } takenBy { id } } } }
    positions { position { id } openSlots moreSlots placed oneMoreSlot }
    withoutPlace { reason count } } }`;

export const PROPOSE = `mutation ($rows: [PlannedSeatInput!]!, $key: UUID!) {
  proposeEnrolmentsFromPlan(rows: $rows, idempotencyKey: $key) {
    proposals { clientId sessionId code enrolment { id status } } userErrors { code field } } }`;

/** As the API answers. */
export interface Seat {
  readonly client: { id: string; name: string };
  readonly position: { id: string };
  readonly fit: number;
  readonly learns: readonly { code: string }[];
  readonly withoutSession: readonly { position: { id: string }; takenBy: readonly { id: string }[] }[];
}

/** As the API answers. */
export interface Plan {
  readonly state: string;
  readonly clientsWaiting: number;
  readonly clientsPlanned: number;
  readonly figures: Record<'withoutTraining' | 'heuristic' | 'placed' | 'bound' | 'withoutMore', number>;
  readonly sessions: readonly {
    session: { id: string };
    freeSeats: number;
    moreSeats: number;
    oneMoreSeat: number | null;
    seats: readonly Seat[];
  }[];
  readonly positions: readonly {
    position: { id: string };
    openSlots: number;
    moreSlots: number;
    oneMoreSlot: number | null;
  }[];
  readonly withoutPlace: readonly { reason: string; count: number }[];
}

/** As the API answers. */
export interface Proposals {
  readonly proposals: readonly { clientId: string; code: string | null; enrolment: { status: string } | null }[] | null;
  readonly userErrors: readonly { code: string; field: readonly string[] }[];
}

/**
 * A county in which four clients of the demo caseworker wait, two positions are open and nothing is taught: one position
 * asks for a forklift certificate and has three slots, the other asks for nothing and has one.
 */
export class PlanBench {
  private constructor(
    private readonly home: string,
    readonly database: TestDatabase,
    readonly api: TestApi,
    readonly caseworker: TestCaller,
  ) {}

  clients: readonly string[] = [];
  forklift = '';
  plain = '';

  static async open(): Promise<PlanBench> {
    const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
    const database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    const api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    const bench = new PlanBench(home, database, api, await api.signedIn('caseworker', PASSWORD));
    bench.clients = await bench.waitingOf('caseworker', 4);
    const [forklift, plain] = await bench.openPositions();
    Object.assign(bench, { forklift, plain });
    return bench;
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.database.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  /** Puts everything back to the beginning. */
  async reset(): Promise<void> {
    await this.rows('delete from attendance');
    await this.rows('delete from enrolment');
    await this.rows(`update course_session set status = 'CANCELLED'`);
    await this.rows('update client set objects_to_ranking = not (id = any ($1))', [this.clients]);
    await this.rows(
      `update client set skills = '{}', capacity_limits = '{}', shift_limits = '{}', min_acceptable_pay_fen = null,
              weekly_hours_available = 60, travel_limit_minutes = 240, available_from = null where id = any ($1)`,
      [this.clients],
    );
    await this.rows('delete from client_certificate where client_id = any ($1)', [this.clients]);
    await this.rows(`update job_slot set status = 'WITHDRAWN' where status = 'OPEN'`);
    for (const [id, certificates, slots] of [
      [this.forklift, '{FORKLIFT_N1}', 3],
      [this.plain, '{}', 1],
    ]) {
      await this.rows(
        `update position set required_certificates = $2, required_skills = '{}', closes_on = null, open_from = null where id = $1`,
        [id, certificates],
      );
      await this.rows(
        `update job_slot set status = 'OPEN' where id in (
           select id from job_slot where position_id = $1 and status = 'WITHDRAWN' order by seq limit $2)`,
        [id, slots],
      );
    }
  }

  async rows<T extends object>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return (await this.database.admin.query<T>(sql, [...parameters])).rows;
  }

  /** A session of the forklift course that takes requests today. */
  async session(seats: number, change = ''): Promise<string> {
    const [row] = await this.rows<{ id: string }>(
      `insert into course_session (county_id, id, course_id, number, seats, min_seats, enrol_from, enrol_to, starts_on, ends_on, status)
       select county_id, gen_random_uuid(), id, 900 + floor(random() * 90000)::int, $1, 0, current_date - 10, current_date + 3,
              current_date + 5, current_date + 12, 'OPEN' from training_course where code = 'FORKLIFT' returning id`,
      [seats],
    );
    const id = row?.id ?? '';
    if (change !== '') await this.rows(`update course_session set ${change} where id = $1`, [id]);
    return id;
  }

  /** The plan once it is settled. */
  async planOf(caller: TestCaller, variables: Record<string, unknown> = {}): Promise<Plan> {
    for (let attempt = 0; attempt < 200; attempt++) {
      const { data, errors } = await caller.ask(PLAN, variables);
      const plan = data?.['trainingPlan'] as Plan | undefined;
      if (plan === undefined) throw new Error(JSON.stringify(errors));
      if (plan.state === 'SETTLED' && (plan.figures.withoutMore !== null || Object.keys(variables).length === 0))
        return plan;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('The plan was never settled.');
  }

  /** Asks for seats. */
  async proposed(
    caller: TestCaller,
    wanted: readonly (readonly [string, string])[],
    key: string = randomUUID(),
  ): Promise<Proposals> {
    const asked = wanted.map(([clientId, sessionId]) => ({ clientId, sessionId }));
    const { data, errors } = await caller.ask(PROPOSE, { rows: asked, key });
    if (data === null) throw new Error(JSON.stringify(errors));
    return data['proposeEnrolmentsFromPlan'] as Proposals;
  }

  enrolments(): Promise<{ client_id: string; status: string }[]> {
    return this.rows('select client_id, status from enrolment order by client_id');
  }

  private async waitingOf(login: string, most: number): Promise<string[]> {
    const found = await this.rows<{ id: string }>(
      `select c.id from client c join membership m on m.id = c.caseworker_membership_id
         join user_account a on a.id = m.account_id
         join programme_entry e on e.client_id = c.id and e.status = 'ACTIVE'
        where a.login = $1 and not exists (select from placement w where w.client_id = c.id)
          and not exists (select from referral r where r.client_id = c.id and r.status in ('OFFERED', 'ACCEPTED'))
        order by c.id limit $2`,
      [login, most],
    );
    if (found.length < most) throw new Error(`${login} has ${found.length} waiting clients.`);
    return found.map(({ id }) => id);
  }

  private async openPositions(): Promise<string[]> {
    const found = await this.rows<{ id: string }>(
      `select p.id from position p join cooperation_agreement a on a.id = p.agreement_id
        where p.status = 'PUBLISHED' and a.status = 'ACTIVE' and a.effective_to > current_date + 60
          and (select count(*) from job_slot j where j.position_id = p.id and j.status = 'OPEN') >= 3 order by p.id limit 2`,
    );
    return found.map(({ id }) => id);
  }
}
