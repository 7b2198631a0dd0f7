import type { Actor } from '#domain/common/actor';
import { addDays, dayOf } from '#domain/common/day';
import type { Outcome } from '#domain/common/outcome';
import { ClientReader, ClientsModule } from '#features/clients';
import type { Tx } from '#platform/database/transaction';
import { pastTheMatrix } from '#testing/database-wall';
import { openBench, type Bench } from '#testing/context';
import { CaseloadsModule } from './caseloads.module';
import { TransfersRepository } from './transfers.repository';
import { TransfersService, type NewTransfer } from './transfers.service';

describe('a handover', () => {
  const today = dayOf(new Date());
  let bench: Bench;
  let service: TransfersService;
  let giver: Actor;
  let taker: Actor;
  let third: Actor;
  let supervisor: Actor;
  let clientId: string;

  beforeAll(async () => {
    bench = await openBench({ modules: [CaseloadsModule, ClientsModule] });
    service = bench.app.get(TransfersService);
    [giver, taker, third] = (await members('CASEWORKER')) as [Actor, Actor, Actor];
    [supervisor] = (await members('SUPERVISOR')) as [Actor];
  }, 180_000);

  afterAll(() => bench.close());

  beforeEach(async () => {
    await bench.rows('delete from case_transfer');
    await bench.rows('update user_account set person_id = null');
    [{ id: clientId }] = (await bench.rows<{ id: string }>(
      'select id from client where caseworker_membership_id = $1 order by id limit 1',
      [giver.membershipId],
    )) as [{ id: string }];
  });

  const members = (role: string): Promise<Actor[]> =>
    bench.rows<Actor>(
      `select county_id as "countyId", role, account_id as "accountId", id as "membershipId",
              organisation_id as "organisationId", null as "clientId"
         from membership where role = $1 and status = 'ACTIVE' order by id`,
      [role],
    );

  async function tried(actor: Actor, act: (tx: Tx) => Promise<Outcome<{ id: string }>>): Promise<string> {
    const outcome = await bench.transactions.run(actor, act);
    return outcome.ok ? outcome.value.id : outcome.refusals.map(({ code }) => code).join();
  }

  const requested = (actor: Actor, input: Partial<NewTransfer> = {}): Promise<string> =>
    tried(actor, (tx) =>
      service.request(tx, { clientId, toId: taker.membershipId ?? '', reason: 'WORKLOAD', ...input }),
    );

  const answered = (actor: Actor, id: string, accepts: boolean): Promise<string> =>
    tried(actor, (tx) => service.answer(tx, id, accepts));

  const sees = async (actor: Actor): Promise<boolean> =>
    (await bench.transactions.run(actor, (tx) => bench.app.get(ClientReader).byId(tx, clientId))) !== null;

  const statusOf = async (id: string): Promise<string | undefined> =>
    (await bench.rows<{ status: string }>('select status from case_transfer where id = $1', [id]))[0]?.status;

  it('shows the colleague no more than a file number until she accepts, and the client from then on', async () => {
    const id = await requested(giver);
    expect(await statusOf(id)).toBe('REQUESTED');
    expect([await sees(giver), await sees(taker)]).toEqual([true, false]);
    const row = await bench.transactions.run(taker, (tx) => bench.app.get(TransfersRepository).byId(tx, id));
    expect(row?.fileNumber).toMatch(/^\d{4}-/);
    expect(await answered(taker, id, true)).toBe(id);
    expect(await statusOf(id)).toBe('ACCEPTED');
    expect([await sees(giver), await sees(taker)]).toEqual([false, true]);
  });

  it('moves the entry, open tasks and reminders, and leaves what was done with whom it was done by', async () => {
    await bench.rows(
      `insert into task (county_id, id, kind, subject_type, subject_id, client_id, assignee_membership_id, due_on, status, ended_at)
       select $1, gen_random_uuid(), 'TEST', 'client', $2, $2, $3, $4, s, case when s = 'DONE' then now() end
         from unnest(array['OPEN', 'DONE']) s`,
      [bench.countyId, clientId, giver.membershipId, addDays(today, 3)],
    );
    await bench.rows(
      `insert into contact (county_id, id, client_id, membership_id, channel, is_two_way, occurred_at)
       values ($1, gen_random_uuid(), $2, $3, 'PHONE', true, now())`,
      [bench.countyId, clientId, giver.membershipId],
    );
    const before = await bench.rows('select membership_id from contact where client_id = $1 order by id', [clientId]);
    await answered(taker, await requested(giver), true);
    expect(
      await bench.rows(
        `select status, assignee_membership_id as who from task where kind = 'TEST' and client_id = $1 order by status`,
        [clientId],
      ),
    ).toEqual([
      { status: 'DONE', who: giver.membershipId },
      { status: 'OPEN', who: taker.membershipId },
    ]);
    expect(await bench.rows('select membership_id from contact where client_id = $1 order by id', [clientId])).toEqual(
      before,
    );
    const [entry] = await bench.rows<{ who: string }>(
      'select caseworker_membership_id as who from programme_entry where client_id = $1',
      [clientId],
    );
    expect(entry?.who).toBe(taker.membershipId);
  });

  it('is done at once by a supervisor, also out of the caseload of somebody who has left', async () => {
    await bench.rows(`update membership set status = 'ENDED', ended_at = now() where id = $1`, [giver.membershipId]);
    const id = await requested(supervisor);
    await bench.rows(`update membership set status = 'ACTIVE', ended_at = null where id = $1`, [giver.membershipId]);
    expect(await statusOf(id)).toBe('ACCEPTED');
    expect(await sees(taker)).toBe(true);
  });

  it('leaves the client where she is when it is refused or withdrawn, and may be asked for anew', async () => {
    const first = await requested(giver);
    expect(await answered(taker, first, false)).toBe(first);
    const second = await requested(giver);
    expect(await tried(giver, (tx) => service.withdraw(tx, second))).toBe(second);
    expect([await statusOf(first), await statusOf(second)]).toEqual(['REFUSED', 'WITHDRAWN']);
    expect([await sees(giver), await sees(taker)]).toEqual([true, false]);
    expect(await answered(taker, second, true)).toBe('WRONG_STATE');
    expect(await tried(giver, (tx) => service.withdraw(tx, first))).toBe('WRONG_STATE');
  });

  it('is asked for by her own caseworker alone, and answered by whoever was asked', async () => {
    expect(await requested(third)).toBe('NOT_FOUND');
    const deputy = { ...third, caseloads: [third.membershipId ?? '', giver.membershipId ?? ''] };
    expect(await requested(deputy)).toBe('NOT_FOUND');
    expect(await requested(giver, { toId: giver.membershipId ?? '' })).toBe('SAME_PERSON');
    expect(await bench.rows('select id from case_transfer')).toEqual([]);
    const id = await requested(giver);
    expect(await answered(third, id, true)).toBe('NOT_FOUND');
    expect(await answered(giver, id, true)).toBe('NOT_FOUND');
    expect(await tried(taker, (tx) => service.withdraw(tx, id))).toBe('NOT_FOUND');
    expect(await statusOf(id)).toBe('REQUESTED');
  });

  it('goes to another natural person, not to another account of the same', async () => {
    await bench.rows('update user_account set person_id = $1 where id = any($2)', [
      giver.accountId,
      [giver.accountId, taker.accountId],
    ]);
    expect(await requested(giver)).toBe('SAME_PERSON');
    expect(await bench.rows('select id from case_transfer')).toEqual([]);
  });

  it('cannot be called accepted in the database without moving the client', async () => {
    const id = await requested(giver);
    const forged = pastTheMatrix(bench.database.app, taker, [
      `update case_transfer set status = 'ACCEPTED', decided_by_membership_id = $2, decided_at = now() where id = $1`,
      [id, taker.membershipId],
    ]);
    await expect(forged).rejects.toThrow(/row-level security/);
    const moved = (actor: Actor) =>
      bench.transactions.run(actor, (tx) => bench.app.get(TransfersRepository).move(tx, id));
    expect(await moved(third)).toBe(false);
    expect(await statusOf(id)).toBe('REQUESTED');
  });

  it('is accepted or withdrawn once, when both happen at once, twenty times', async () => {
    for (let round = 0; round < 20; round += 1) {
      const id = await requested(giver);
      const results = await Promise.all([
        answered(taker, id, true),
        tried(giver, (tx) => service.withdraw(tx, id)),
        answered(supervisor, id, true),
      ]);
      expect(results.filter((result) => result === id)).toHaveLength(1);
      const hasMoved = (await statusOf(id)) === 'ACCEPTED';
      expect([await sees(giver), await sees(taker)]).toEqual([!hasMoved, hasMoved]);
      if (hasMoved) await requested(supervisor, { toId: giver.membershipId ?? '' });
    }
  });
});
