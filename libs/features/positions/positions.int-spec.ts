import { randomBytes, randomUUID } from 'node:crypto';
import { systemActor, type Actor } from '#domain/common/actor';
import { addDays, dayOf, startOfDay } from '#domain/common/day';
import type { Outcome } from '#domain/common/outcome';
import { seedDatabase } from '#database/seeds/seed';
import { Audit } from '#platform/audit/audit';
import { SystemClock } from '#platform/clock/clock';
import { Transactions } from '#platform/database/transactions';
import { pastTheMatrix } from '#testing/database-wall';
import { testDatabase, type TestDatabase } from '#testing/database';
import { PositionsReader } from './positions-reader';
import { PositionsRepository } from './positions.repository';
import { PositionsService } from './positions.service';

const EVERYTHING = { status: null, enterpriseId: null, search: null };

interface Standing {
  readonly status: string;
  readonly confirmed: Date | null;
  readonly audited: number;
}

describe('positions', () => {
  const repository = new PositionsRepository();
  const service = new PositionsService(repository, new Audit());
  const reader = new PositionsReader(repository);
  const today = dayOf(new Date());
  let database: TestDatabase;
  let transactions: Transactions;
  let countyId: string;

  beforeAll(async () => {
    database = await testDatabase();
    await seedDatabase({
      migrateUrl: database.urls.migrateUrl,
      masterKey: randomBytes(32),
      scale: 'county',
      demoPassword: null,
    });
    countyId = (await one<{ id: string }>('select id from county')).id;
    transactions = new Transactions(database.app, new SystemClock());
  });

  afterAll(() => database.close());

  async function one<T extends object>(sql: string, parameters: unknown[] = []): Promise<T> {
    const { rows } = await database.admin.query<T>(sql, parameters);
    if (rows[0] === undefined) throw new Error(`No row: ${sql}`);
    return rows[0];
  }

  const memberAs = (where: string): Promise<Actor> =>
    one<Actor>(
      `select county_id as "countyId", role, account_id as "accountId", id as "membershipId",
              organisation_id as "organisationId", client_id as "clientId" from membership where status = 'ACTIVE' and ${where} limit 1`,
    );

  /** Some position, put into the state that the case needs. */
  async function aPosition(of: { status?: string; confirmedOn?: string; agreement?: string }): Promise<string> {
    const { id } = await one<{ id: string }>(
      `select p.id from position p join cooperation_agreement a on a.id = p.agreement_id
        where p.status = 'PUBLISHED' and a.status = 'ACTIVE' order by random() limit 1`,
    );
    await database.admin.query('update position set status = $2, last_confirmed_at = $3 where id = $1', [
      id,
      of.status ?? 'PUBLISHED',
      startOfDay(of.confirmedOn ?? addDays(today, -10)),
    ]);
    await database.admin.query(
      'update cooperation_agreement set status = $2 where id = (select agreement_id from position where id = $1)',
      [id, of.agreement ?? 'ACTIVE'],
    );
    return id;
  }

  const standing = (id: string): Promise<Standing> =>
    one<Standing>(
      `select p.status, p.last_confirmed_at as confirmed,
              (select count(*)::int from audit_entry e where e.subject_id = p.id) as audited from position p where p.id = $1`,
      [id],
    );

  const confirm = (actor: Actor, id: string): Promise<Outcome<{ id: string }>> =>
    transactions.run(actor, (tx) => service.confirm(tx, id));

  const caseworker = (): Promise<Actor> => memberAs(`role = 'CASEWORKER'`);

  const hrOf = (positionId: string, isOwn: boolean): Promise<Actor> =>
    memberAs(
      `role = 'ENTERPRISE_HR' and organisation_id ${isOwn ? '=' : '<>'} (select organisation_id from position where id = '${positionId}')`,
    );

  describe('confirmPosition', () => {
    it.each(['PUBLISHED', 'STALE'])('confirms a %s position, publishes it and says who did', async (status) => {
      const id = await aPosition({ status });
      const before = await standing(id);
      expect(await confirm(await caseworker(), id)).toEqual({ ok: true, value: { id } });
      const after = await standing(id);
      expect(after.status).toBe('PUBLISHED');
      expect(after.confirmed?.getTime()).toBeGreaterThan(before.confirmed?.getTime() ?? 0);
      expect(after.audited).toBe(before.audited + 1);
    });

    it('lets an enterprise confirm its own position', async () => {
      const id = await aPosition({ status: 'STALE' });
      expect(await confirm(await hrOf(id, true), id)).toMatchObject({ ok: true });
    });

    it('answers another enterprise as if the position were not there, and writes nothing', async () => {
      const id = await aPosition({ status: 'STALE' });
      const before = await standing(id);
      const stranger = await hrOf(id, false);
      expect(await confirm(stranger, id)).toEqual(await confirm(stranger, randomUUID()));
      expect(await standing(id)).toEqual(before);
    });

    it.each(['SUSPENDED', 'TERMINATED'])(
      'leaves a stale position stale while its agreement is %s',
      async (agreement) => {
        const id = await aPosition({ status: 'STALE', agreement });
        const before = await standing(id);
        const outcome = await confirm(await caseworker(), id);
        expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'AGREEMENT_NOT_ACTIVE' }] });
        expect(await standing(id)).toEqual(before);
      },
    );

    it.each(['DRAFT', 'UNDER_REVIEW', 'RETURNED', 'CLOSED'])('refuses a %s position', async (status) => {
      const id = await aPosition({ status });
      const before = await standing(id);
      expect(await confirm(await caseworker(), id)).toMatchObject({ ok: false, refusals: [{ code: 'WRONG_STATE' }] });
      expect(await standing(id)).toEqual(before);
    });

    it('is not for a supervisor', async () => {
      const id = await aPosition({ status: 'STALE' });
      const outcome = await confirm(await memberAs(`role = 'SUPERVISOR'`), id);
      expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'NOT_FOUND' }] });
    });
  });

  it.each([
    [90, 'PUBLISHED'],
    [91, 'STALE'],
  ])('makes a position that was confirmed %i days ago %s, once', async (days, status) => {
    const id = await aPosition({ confirmedOn: addDays(today, -days) });
    const { audited } = await standing(id);
    const actor = systemActor(countyId, 'position.stale');
    await transactions.run(actor, (tx) => service.markStale(tx));
    expect(await transactions.run(actor, (tx) => service.markStale(tx))).toBe(0);
    const after = await standing(id);
    expect(after.status).toBe(status);
    expect(after.audited).toBe(audited + (status === 'STALE' ? 1 : 0));
  });

  describe('who sees which', () => {
    const seenBy = async (actor: Actor): Promise<readonly { organisationId: string; id: string }[]> =>
      transactions.run(actor, async (tx) => (await reader.page(tx, EVERYTHING, { limit: 1_000, after: null })).rows);

    it('shows staff all positions, in order of title', async () => {
      const { n } = await one<{ n: number }>('select count(*)::int as n from position');
      expect(await seenBy(await caseworker())).toHaveLength(n);
      expect(await seenBy(await memberAs(`role = 'SUPERVISOR'`))).toHaveLength(n);
    });

    it('shows an enterprise its own alone', async () => {
      const hr = await memberAs(`role = 'ENTERPRISE_HR'`);
      const seen = await seenBy(hr);
      expect(seen.length).toBeGreaterThan(0);
      expect(new Set(seen.map(({ organisationId }) => organisationId))).toEqual(new Set([hr.organisationId]));
    });

    it('shows a client those that she was put forward for, and no other', async () => {
      const client = await one<Actor>(
        `select county_id as "countyId", 'CLIENT' as role, null as "accountId", null as "membershipId",
                null as "organisationId", client_id as "clientId" from placement where slot_id is not null limit 1`,
      );
      const { ids } = await one<{ ids: string[] }>(
        `select array_agg(distinct position_id::text) as ids from (
           select position_id from referral where client_id = $1
           union select s.position_id from placement l join job_slot s on s.id = l.slot_id where l.client_id = $1) seen`,
        [client.clientId],
      );
      const seen = await seenBy(client);
      expect(seen.map(({ id }) => id).sort()).toEqual([...ids].sort());
    });

    it.each(['ADMINISTRATOR', 'TRAINER'])('shows a %s none', async (role) => {
      const actor = await memberAs(`role = '${role}'`);
      await expect(seenBy(actor)).rejects.toThrow(`gives ${role} nothing to read of the type position`);
      expect(await pastTheMatrix(database.app, actor, ['select id from position'])).toEqual([]);
    });

    it('pages through all by keyset, each once, whatever they are called', async () => {
      const seen: string[] = [];
      await transactions.run(await caseworker(), async (tx) => {
        let after: { sortKey: string; id: string } | null = null;
        for (;;) {
          const { rows, totalCount } = await reader.page(tx, EVERYTHING, { limit: 7, after });
          const page = rows.slice(0, 7);
          seen.push(...page.map(({ id }) => id));
          const last = page.at(-1);
          if (last === undefined || rows.length <= 7) {
            expect(seen).toHaveLength(totalCount);
            return;
          }
          after = { sortKey: last.title, id: last.id };
        }
      });
      expect(new Set(seen).size).toBe(seen.length);
    });
  });
});
