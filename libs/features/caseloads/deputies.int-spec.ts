import type { Actor } from '#domain/common/actor';
import { addDays, dayOf, type Day } from '#domain/common/day';
import type { Outcome } from '#domain/common/outcome';
import { ClientReader, ClientsModule, ClientsService } from '#features/clients';
import type { Tx } from '#platform/database/transaction';
import { openBench, type Bench } from '#testing/context';
import { CaseloadsModule } from './caseloads.module';
import { DeputiesRepository } from './deputies.repository';
import { DeputiesService, type NewDeputy } from './deputies.service';

const EVERY_CLIENT = { fileNumber: null, fingerprints: [], entryStatus: null, township: null, caseworkerId: null };

describe('a deputy of a caseload', () => {
  const today = dayOf(new Date());
  let bench: Bench;
  let away: Actor;
  let deputy: Actor;
  let third: Actor;
  let supervisor: Actor;

  beforeAll(async () => {
    bench = await openBench({ modules: [CaseloadsModule, ClientsModule] });
    [away, deputy, third] = (await members('CASEWORKER')) as [Actor, Actor, Actor];
    [supervisor] = (await members('SUPERVISOR')) as [Actor];
  }, 180_000);

  afterAll(() => bench.close());

  beforeEach(async () => {
    await bench.rows('delete from caseload_deputy');
    await bench.rows('update user_account set person_id = null');
  });

  const members = (role: string): Promise<Actor[]> =>
    bench.rows<Actor>(
      `select county_id as "countyId", role, account_id as "accountId", id as "membershipId",
              organisation_id as "organisationId", null as "clientId"
         from membership where role = $1 and status = 'ACTIVE' order by id`,
      [role],
    );

  const planted = (fromOn: Day, toOn: Day): Promise<unknown> =>
    bench.rows(
      `insert into caseload_deputy (county_id, id, caseworker_membership_id, deputy_membership_id, from_on, to_on, named_by_membership_id)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, $2)`,
      [bench.countyId, away.membershipId, deputy.membershipId, fromOn, toOn],
    );

  /** As a session gives the actor. */
  async function signedIn(actor: Actor): Promise<Actor> {
    const [row] = await bench.rows<{ caseloads: string[] }>('select auth.caseloads($1, $2::date) as caseloads', [
      actor.membershipId,
      today,
    ]);
    return { ...actor, caseloads: row?.caseloads ?? [] };
  }

  const clientsOf = async (...actors: Actor[]): Promise<string[]> =>
    (
      await bench.rows<{ id: string }>('select id from client where caseworker_membership_id = any($1) order by id', [
        actors.map(({ membershipId }) => membershipId),
      ])
    ).map(({ id }) => id);

  const listed = (actor: Actor): Promise<string[]> =>
    bench.transactions.run(actor, async (tx) => {
      const page = await bench.app.get(ClientReader).page(tx, EVERY_CLIENT, { limit: 500, after: null });
      return page.rows.map(({ id }) => id).sort();
    });

  const inDatabase = (actor: Actor): Promise<string[]> =>
    bench.transactions.run(actor, async (tx) =>
      (await tx.query<{ id: string }>('select id from client order by id')).map(({ id }) => id),
    );

  const named = (actor: Actor, input: Partial<NewDeputy> = {}) =>
    attempt(actor, (tx) =>
      bench.app
        .get(DeputiesService)
        .name(tx, { deputyId: deputy.membershipId ?? '', fromOn: today, toOn: addDays(today, 6), ...input }),
    );

  async function attempt(actor: Actor, act: (tx: Tx) => Promise<Outcome<{ id: string }>>): Promise<string> {
    const outcome = await bench.transactions.run(actor, act);
    return outcome.ok ? 'done' : outcome.refusals.map(({ code }) => code).join();
  }

  const count = async (): Promise<number> =>
    (await bench.rows<{ n: number }>('select count(*)::int as n from caseload_deputy'))[0]?.n ?? -1;

  it.each([
    ['the day before the first', addDays(today, 1), addDays(today, 3), false],
    ['the first day', today, addDays(today, 3), true],
    ['the last day', addDays(today, -3), today, true],
    ['the day after the last', addDays(today, -3), addDays(today, -1), false],
  ])('sees the caseload on %s: %s to %s', async (_, fromOn, toOn, sees) => {
    await planted(fromOn, toOn);
    const expected = await clientsOf(...(sees ? [away, deputy] : [deputy]));
    expect(expected.length).toBeGreaterThan(0);
    expect(await inDatabase(deputy)).toEqual(expected);
    expect(await listed(await signedIn(deputy))).toEqual(expected);
  });

  it('keeps either wall alone: the application shows no more than the actor carries, the database no more than is named', async () => {
    await planted(today, today);
    expect(await listed(deputy)).toEqual(await clientsOf(deputy));
    await bench.rows('delete from caseload_deputy');
    const claiming = { ...deputy, caseloads: [deputy.membershipId ?? '', away.membershipId ?? ''] };
    expect(await listed(claiming)).toEqual(await clientsOf(deputy));
  });

  it('shows whose client it is: one’s own, or one for whom one stands in', async () => {
    await planted(today, today);
    const [own = '', deputised = ''] = [(await clientsOf(deputy))[0], (await clientsOf(away))[0]];
    const clients = await bench.transactions.run(await signedIn(deputy), (tx) =>
      bench.app.get(ClientReader).byIds(tx, [own, deputised]),
    );
    expect([clients.get(own)?.access, clients.get(deputised)?.access]).toEqual(['OWN', 'DEPUTY']);
  });

  it('lets the caseworker who is away go on, and nobody else in', async () => {
    await planted(today, today);
    expect(await listed(await signedIn(away))).toEqual(await clientsOf(away));
    expect(await listed(await signedIn(third))).toEqual(await clientsOf(third));
  });

  it('changes a file while she stands in, and not after it was ended', async () => {
    expect(await named(away)).toBe('done');
    const [clientId = ''] = await clientsOf(away);
    const change = async (hours: number) => {
      const [{ version }] = (await bench.rows<{ version: number }>('select version from client where id = $1', [
        clientId,
      ])) as [{ version: number }];
      return attempt(await signedIn(deputy), (tx) =>
        bench.app.get(ClientsService).update(tx, clientId, version, { weeklyHoursAvailable: hours }),
      );
    };
    expect(await change(21)).toBe('done');
    const [row] = await bench.rows<{ id: string }>('select id from caseload_deputy');
    expect(await attempt(away, (tx) => bench.app.get(DeputiesService).end(tx, row?.id ?? ''))).toBe('done');
    expect(await change(22)).toBe('NOT_FOUND');
    expect(await bench.rows('select weekly_hours_available as hours from client where id = $1', [clientId])).toEqual([
      { hours: 21 },
    ]);
    expect(await attempt(away, (tx) => bench.app.get(DeputiesService).end(tx, row?.id ?? ''))).toBe('WRONG_STATE');
  });

  it('is named by the supervisor for whom she says, by a caseworker for herself alone', async () => {
    expect(await named(supervisor)).toBe('NOT_FOUND');
    expect(await named(third, { caseworkerId: away.membershipId })).toBe('NOT_FOUND');
    expect(await count()).toBe(0);
    expect(await named(supervisor, { caseworkerId: away.membershipId })).toBe('done');
    const [entry] = await bench.rows<{ action: string; membership: string }>(
      `select action, actor_membership_id as membership from audit_entry where action = 'deputy.named' order by occurred_at desc limit 1`,
    );
    expect(entry?.membership).toBe(supervisor.membershipId);
  });

  it('is nobody of another role, of another office, or herself under another account', async () => {
    const [hr] = await members('ENTERPRISE_HR');
    expect(await named(away, { deputyId: hr?.membershipId ?? '' })).toBe('NOT_FOUND');
    expect(await named(away, { deputyId: away.membershipId ?? '' })).toBe('SAME_PERSON');
    await bench.rows('update user_account set person_id = $1 where id = any($2)', [
      away.accountId,
      [away.accountId, deputy.accountId],
    ]);
    expect(await named(away)).toBe('SAME_PERSON');
    const colleagues = await bench.transactions.run(away, (tx) => bench.app.get(DeputiesRepository).colleagues(tx));
    expect(colleagues.map(({ id }) => id)).not.toContain(deputy.membershipId);
    await bench.rows('update user_account set person_id = null');
    await bench.rows(
      `insert into organisation (county_id, id, kind, name) values ($1, gen_random_uuid(), 'EMPLOYMENT_OFFICE', '另一处')`,
      [bench.countyId],
    );
    await bench.rows(
      `update membership set organisation_id = (select id from organisation where name = '另一处') where id = $1`,
      [third.membershipId],
    );
    expect(await named(away, { deputyId: third.membershipId ?? '' })).toBe('OTHER_OFFICE');
    await bench.rows('update membership set organisation_id = $2 where id = $1', [
      third.membershipId,
      third.organisationId,
    ]);
    expect(await count()).toBe(0);
  });

  it('is one at a time, also when twenty are named at once', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        named(away, { deputyId: (n % 2 === 0 ? deputy : third).membershipId ?? '', toOn: addDays(today, n) }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const constraints = results.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { driverError: { code: string } }).driverError.code] : [],
    );
    expect(new Set(constraints)).toEqual(new Set(['23P01']));
    expect(await count()).toBe(1);
  });

  it('may follow on the day after the one before', async () => {
    expect(await named(away, { toOn: today })).toBe('done');
    expect(await named(away, { fromOn: addDays(today, 1), toOn: addDays(today, 2) })).toBe('done');
  });
});
