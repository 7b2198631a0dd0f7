import type { Actor } from '#domain/common/actor';
import { pastTheMatrix } from '#testing/database-wall';
import { openBench, type Bench } from '#testing/context';
import { sessionOf } from './graphql/session.mapping';
import { SessionsRepository, type SessionRow } from './sessions.repository';
import { TrainingModule } from './training.module';

describe('sessions of courses', () => {
  let bench: Bench;

  beforeAll(async () => {
    bench = await openBench({ modules: [TrainingModule] });
  });

  afterAll(() => bench.close());

  async function memberAs(role: Actor['role'], more = 'true'): Promise<Actor> {
    const [row] = await bench.rows<Actor>(
      `select county_id as "countyId", role, account_id as "accountId", id as "membershipId",
              organisation_id as "organisationId", client_id as "clientId"
         from membership m where role = $1 and ${more} order by id limit 1`,
      [role],
    );
    if (row === undefined) throw new Error(`Nobody is ${role}.`);
    return row;
  }

  const listed = (actor: Actor): Promise<readonly SessionRow[]> =>
    bench.transactions.run(
      actor,
      async (tx) => (await bench.app.get(SessionsRepository).page(tx, { limit: 100, after: null })).rows,
    );

  const stored = (where = 'true') =>
    bench.rows<{ id: string }>(`select id from course_session where ${where} order by starts_on desc, id desc`);

  const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

  it.each(['CASEWORKER', 'SUPERVISOR', 'BASE_MANAGER'] as const)(
    'are all listed for %s, the latest start above',
    async (role) => {
      const all = ids(await stored());
      expect(all.length).toBeGreaterThan(1);
      expect(ids(await listed(await memberAs(role)))).toEqual(all);
    },
  );

  it('are a trainer’s own for a trainer', async () => {
    const trainer = await memberAs(
      'TRAINER',
      'exists (select from course_session s where s.trainer_membership_id = m.id)',
    );
    const own = ids(await stored(`trainer_membership_id = '${trainer.membershipId}'`));
    expect(ids(await listed(trainer))).toEqual(own);
    expect(own.length).toBeLessThan((await stored()).length);
  });

  it('name what is learnt, skills and certificates alike', async () => {
    const rows = await listed(await memberAs('BASE_MANAGER'));
    const learnt = rows.map(sessionOf).flatMap(({ course }) => course.teaches);
    expect(learnt.length).toBeGreaterThan(0);
    expect(learnt.filter(({ code, name, nameEn }) => name === code || nameEn === code)).toEqual([]);
  });

  it('are none for an enterprise', async () => {
    const enterprise = await memberAs('ENTERPRISE_HR');
    await expect(listed(enterprise)).rejects.toThrow('gives ENTERPRISE_HR nothing to read of the type course_session');
    expect(await pastTheMatrix(bench.database.app, enterprise, ['select id from course_session'])).toEqual([]);
  });

  it('count a seat for everybody who takes one, and never more than there are', async () => {
    const rows = await listed(await memberAs('BASE_MANAGER'));
    const counted = await bench.rows<{ id: string; n: number }>(
      `select session_id as id, count(*)::int as n from enrolment where status in ('CONFIRMED', 'ATTENDING', 'COMPLETED') group by 1`,
    );
    const taken = new Map(counted.map(({ id, n }) => [id, n]));
    for (const { id, seats, seatsTaken } of rows) {
      expect({ id, seatsTaken }).toEqual({ id, seatsTaken: taken.get(id) ?? 0 });
      expect(seatsTaken).toBeLessThanOrEqual(seats);
    }
  });
});
