import { systemActor, type Actor } from '#domain/common/actor';
import { addDays, dayOf } from '#domain/common/day';
import type { Outcome } from '#domain/common/outcome';
import { Logger } from '#platform/logging/logger';
import { openBench, type Bench } from '#testing/context';
import { AidJobsModule } from './aid-jobs.module';
import { AidReader } from './aid-reader';
import { AidModule } from './aid.module';
import { AidSweepProcessor } from './aid.processor';
import { AidService } from './aid.service';

describe('what a client asks other offices for', () => {
  const today = dayOf(new Date());
  let bench: Bench;
  let service: AidService;
  let caseworker: Actor;
  let colleague: Actor;
  let client: Actor;

  beforeAll(async () => {
    bench = await openBench({ modules: [AidModule, AidJobsModule] });
    service = bench.app.get(AidService);
    [caseworker, colleague] = (await bench.rows<Actor>(
      `select county_id as "countyId", role, account_id as "accountId", id as "membershipId",
              organisation_id as "organisationId", null as "clientId"
         from membership where role = 'CASEWORKER' and status = 'ACTIVE' order by id limit 2`,
    )) as [Actor, Actor];
    const [her] = await bench.rows<{ id: string }>(
      'select id from client where caseworker_membership_id = $1 order by id limit 1',
      [caseworker.membershipId],
    );
    const nobody = { accountId: null, membershipId: null, organisationId: null };
    client = { ...nobody, countyId: bench.countyId, role: 'CLIENT', clientId: her?.id ?? '' };
  }, 180_000);

  afterAll(() => bench.close());

  beforeEach(async () => {
    await bench.rows('delete from aid_request');
    await bench.rows(`delete from task where kind = 'AID_LOOK'`);
  });

  const run = <T>(actor: Actor, work: Parameters<Bench['transactions']['run']>[1]): Promise<T> =>
    bench.transactions.run(actor, work) as Promise<T>;
  type Result = Outcome<{ id: string }>;
  const codes = (result: Result): string[] => (result.ok ? [] : result.refusals.map(({ code }) => code));

  const noted = (actor: Actor, nextLookOn = today): Promise<Result> =>
    run(actor, (tx) => service.note(tx, { clientId: client.clientId ?? '', kind: 'TEMPORARY_RELIEF', nextLookOn }));

  async function aRequest(nextLookOn = today): Promise<string> {
    const result = await noted(caseworker, nextLookOn);
    if (!result.ok) throw new Error('not noted');
    return result.value.id;
  }

  async function sweep(): Promise<void> {
    const actor = systemActor(bench.countyId, 'aid.sweep');
    await bench.app.get(AidSweepProcessor).handle({
      actor,
      log: bench.app.get(Logger),
      transact: (work, options) => bench.transactions.run(actor, work, options),
    });
  }

  const tasks = (): Promise<{ status: string; due: string; who: string }[]> =>
    bench.rows(
      `select status, due_on::text as due, assignee_membership_id as who from task where kind = 'AID_LOOK' order by created_at, id`,
    );
  const state = async (): Promise<string> =>
    JSON.stringify([
      await bench.rows('select * from aid_request order by id'),
      await bench.rows('select id, status from task order by id'),
      await bench.rows('select count(*)::int as n from audit_entry'),
    ]);

  const refer = (actor: Actor, id: string, expectedVersion: number, nextLookOn = addDays(today, 14)): Promise<Result> =>
    run(actor, (tx) => service.refer(tx, { id, expectedVersion }, { office: 'CIVIL_AFFAIRS', nextLookOn }));
  const settle = (id: string, expectedVersion: number, answer: 'GRANTED' | 'NOT_GRANTED'): Promise<Result> =>
    run(caseworker, (tx) => service.settle(tx, { id, expectedVersion }, answer));

  it('goes from noted to granted, and she reads each step herself', async () => {
    const id = await aRequest();
    const seen = () =>
      bench.transactions.run(client, async (tx) =>
        (await bench.app.get(AidReader).byClients(tx, [client.clientId ?? ''])).get(client.clientId ?? ''),
      );
    expect(await seen()).toMatchObject([{ id, status: 'NOTED', turn: 'CASEWORKER', referredTo: null }]);
    expect(codes(await refer(caseworker, id, 1))).toEqual([]);
    expect(await seen()).toMatchObject([{ status: 'REFERRED', turn: 'OFFICE', referredTo: 'CIVIL_AFFAIRS' }]);
    expect(codes(await settle(id, 2, 'GRANTED'))).toEqual([]);
    expect(await seen()).toMatchObject([{ status: 'GRANTED', turn: 'NOBODY', nextLookOn: null, settledOn: today }]);
    const actions = await bench.rows<{ action: string }>(
      'select action from audit_entry where subject_id = $1 order by occurred_at, id',
      [id],
    );
    expect(actions.map(({ action }) => action)).toEqual(['aid.noted', 'aid.referred', 'aid.granted']);
  });

  it('is her caseworker’s task on the day of the look, once, however often the sweep runs', async () => {
    await aRequest(addDays(today, 1));
    await sweep();
    expect(await tasks()).toEqual([]);
    await bench.rows('update aid_request set next_look_on = $1', [today]);
    await Promise.all([sweep(), sweep(), sweep()]);
    await sweep();
    expect(await tasks()).toEqual([{ status: 'OPEN', due: today, who: caseworker.membershipId }]);
  });

  it('ends the task with any step, and raises it anew when the next look comes', async () => {
    const id = await aRequest();
    await sweep();
    expect(codes(await refer(caseworker, id, 1, today))).toEqual([]);
    expect((await tasks()).map(({ status }) => status)).toEqual(['DONE']);
    await sweep();
    expect((await tasks()).map(({ status }) => status).sort()).toEqual(['DONE', 'OPEN']);
    expect(codes(await settle(id, 2, 'NOT_GRANTED'))).toEqual([]);
    await sweep();
    expect((await tasks()).map(({ status }) => status)).toEqual(['DONE', 'DONE']);
  });

  it('may be taken to an office again after it was not granted', async () => {
    const id = await aRequest();
    await refer(caseworker, id, 1);
    await settle(id, 2, 'NOT_GRANTED');
    expect(codes(await refer(caseworker, id, 3))).toEqual([]);
    const [row] = await bench.rows<{ settled: string | null }>('select settled_on as settled from aid_request');
    expect(row?.settled).toBeNull();
  });

  it.each<[string, (id: string) => Promise<Result>]>([
    ['DAY_IN_PAST', () => noted(caseworker, addDays(today, -1))],
    ['LOOK_TOO_FAR', () => noted(caseworker, addDays(today, 400))],
    ['NOT_FOUND', () => noted(colleague)],
    ['NOT_FOUND', (id) => refer(colleague, id, 1)],
    ['WRONG_STATE', (id) => settle(id, 1, 'GRANTED')],
    ['STALE_VERSION', (id) => refer(caseworker, id, 7)],
    ['DAY_IN_PAST', (id) => refer(caseworker, id, 1, addDays(today, -1))],
  ])('refuses %s and writes nothing', async (code, act) => {
    const id = await aRequest();
    const before = await state();
    expect(codes(await act(id))).toEqual([code]);
    expect(await state()).toBe(before);
  });

  it('is open once per kind: of ten at once one is noted', async () => {
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => noted(caseworker)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await bench.rows('select id from aid_request')).toHaveLength(1);
  });

  it('is settled once: of ten steps from one version one is written', async () => {
    const id = await aRequest();
    const all = await Promise.all(Array.from({ length: 10 }, () => refer(caseworker, id, 1)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(all.flatMap(codes)).toHaveLength(9);
  });
});
