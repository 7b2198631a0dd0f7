import { randomBytes } from 'node:crypto';
import { systemActor, type Actor } from '#domain/common/actor';
import { addDays, dayOf } from '#domain/common/day';
import { seedDatabase } from '#database/seeds/seed';
import { Audit } from '#platform/audit/audit';
import { SystemClock } from '#platform/clock/clock';
import { Transactions } from '#platform/database/transactions';
import { pastTheMatrix } from '#testing/database-wall';
import { testDatabase, type TestDatabase } from '#testing/database';
import { AgreementsReader } from './agreements-reader';
import { AgreementsRepository, type AgreementRow } from './agreements.repository';
import { AgreementsService } from './agreements.service';
import { agreementOf } from './graphql/agreement.mapping';

describe('agreements', () => {
  const repository = new AgreementsRepository();
  const service = new AgreementsService(repository, new Audit());
  const reader = new AgreementsReader(repository);
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

  const memberAs = (role: string): Promise<Actor> =>
    one<Actor>(
      `select county_id as "countyId", role, account_id as "accountId", id as "membershipId",
              organisation_id as "organisationId", client_id as "clientId" from membership where status = 'ACTIVE' and role = $1 limit 1`,
      [role],
    );

  const seenBy = async (role: string): Promise<AgreementRow[]> =>
    transactions.run(await memberAs(role), (tx) => reader.all(tx));

  /** An agreement no earlier case has seen expire: its audit rows are counted. */
  const anAgreement = async (of: { status: string; effectiveTo: string }): Promise<string> =>
    (
      await one<{ id: string }>(
        `update cooperation_agreement set status = $1, effective_to = $2::date
          where id = (select a.id from cooperation_agreement a
                       where not exists (select from audit_entry e where e.subject_id = a.id and e.action = 'agreement.expired')
                       order by a.id limit 1) returning id`,
        [of.status, of.effectiveTo],
      )
    ).id;

  const expire = (): Promise<number> =>
    transactions.run(systemActor(countyId, 'agreement.expire'), (tx) => service.expirePast(tx));

  it.each([
    ['ACTIVE', 0, 'ACTIVE'],
    ['ACTIVE', -1, 'EXPIRED'],
    ['SUSPENDED', -1, 'SUSPENDED'],
    ['TERMINATED', -1, 'TERMINATED'],
    ['DRAFT', -1, 'DRAFT'],
  ])('leaves an agreement that is %s and ends %i days from today %s', async (status, days, expected) => {
    const id = await anAgreement({ status, effectiveTo: addDays(today, days) });
    await expire();
    expect(await expire()).toBe(0);
    const after = await one<{ status: string; audited: number }>(
      `select a.status, (select count(*)::int from audit_entry e where e.subject_id = a.id and e.action = 'agreement.expired') as audited
         from cooperation_agreement a where a.id = $1`,
      [id],
    );
    expect(after).toEqual({ status: expected, audited: expected === 'EXPIRED' ? 1 : 0 });
    await database.admin.query(`update cooperation_agreement set status = 'ACTIVE', effective_to = $2 where id = $1`, [
      id,
      addDays(today, 200),
    ]);
  });

  it('shows staff all agreements and an enterprise its own', async () => {
    const { n } = await one<{ n: number }>('select count(*)::int as n from cooperation_agreement');
    expect(await seenBy('CASEWORKER')).toHaveLength(n);
    expect(await seenBy('SUPERVISOR')).toHaveLength(n);
    const own = await seenBy('ENTERPRISE_HR');
    const { organisationId } = await memberAs('ENTERPRISE_HR');
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(own.map((row) => row.organisationId))).toEqual(new Set([organisationId]));
    await expect(seenBy('TRAINER')).rejects.toThrow('gives TRAINER nothing to read of the type cooperation_agreement');
    const trainer = await memberAs('TRAINER');
    expect(await pastTheMatrix(database.app, trainer, ['select id from cooperation_agreement'])).toEqual([]);
  });

  it('counts the slots that were pledged, published and filled', async () => {
    for (const row of await seenBy('SUPERVISOR')) {
      const counted = await one(
        `select a.pledged_slots + a.amended_slots as "pledgedSlots",
                (select count(*)::int from job_slot s join position p on p.id = s.position_id
                  where p.agreement_id = a.id and s.status = 'FILLED') as "filledSlots",
                (select count(*)::int from job_slot s join position p on p.id = s.position_id
                  where p.agreement_id = a.id and s.status <> 'WITHDRAWN' and p.status in ('PUBLISHED', 'STALE')) as "publishedSlots"
           from cooperation_agreement a where a.id = $1`,
        [row.id],
      );
      expect(row).toMatchObject(counted);
    }
  });

  it.each([
    [90, true],
    [91, false],
  ])('says of an active agreement that ends in %i days whether it is expiring: %s', async (days, isExpiring) => {
    const id = await anAgreement({ status: 'ACTIVE', effectiveTo: addDays(today, days) });
    const row = (await seenBy('SUPERVISOR')).find((one) => one.id === id);
    if (row === undefined) throw new Error('The agreement is missing.');
    expect(agreementOf(row, today)).toMatchObject({ isExpiring });
  });
});
