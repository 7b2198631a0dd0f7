import type { Actor } from '#domain/common/actor';
import { dayOf } from '#domain/common/day';
import type { Outcome } from '#domain/common/outcome';
import type { Tx } from '#platform/database/transaction';
import { pastTheMatrix } from '#testing/database-wall';
import { openBench, type Bench } from '#testing/context';
import { LISTED_TERM } from '#testing/listed-term';
import { ComplaintsReader } from './complaints-reader';
import { ComplaintsModule } from './complaints.module';
import { ComplaintsService, type NewComplaint } from './complaints.service';

describe('a complaint', () => {
  let bench: Bench;
  let service: ComplaintsService;
  let client: Actor;
  let caseworker: Actor;
  let boss: Actor;
  let otherBoss: Actor;
  let administrator: Actor;

  beforeAll(async () => {
    bench = await openBench({ modules: [ComplaintsModule] });
    service = bench.app.get(ComplaintsService);
    [boss, otherBoss] = (await members('SUPERVISOR')) as [Actor, Actor];
    [administrator] = (await members('ADMINISTRATOR')) as [Actor];
    [caseworker] = (await members('CASEWORKER')) as [Actor];
    const [row] = await bench.rows<{ id: string }>(
      'select id from client where caseworker_membership_id = $1 order by id limit 1',
      [caseworker.membershipId],
    );
    const { countyId, organisationId } = caseworker;
    client = { countyId, role: 'CLIENT', accountId: null, membershipId: null, organisationId, clientId: row?.id ?? '' };
  }, 180_000);

  afterAll(() => bench.close());

  beforeEach(async () => {
    await bench.rows('delete from complaint');
    await bench.rows('update user_account set person_id = null');
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

  const filed = (input: Partial<NewComplaint> = {}): Promise<string> =>
    tried(client, (tx) => service.file(tx, { topic: 'SERVICE', text: '说好回电话，等了两个星期', ...input }));

  const about = (actor: Actor): Promise<string> => filed({ topic: 'PERSON', aboutId: actor.membershipId });

  const read = async (actor: Actor): Promise<string[]> =>
    (await bench.transactions.run(actor, (tx) => bench.app.get(ComplaintsReader).list(tx))).map(({ id }) => id);

  const inDatabase = async (actor: Actor): Promise<number> =>
    (await pastTheMatrix<{ n: number }>(bench.database.app, actor, ['select count(*)::int as n from complaint']))[0]
      ?.n ?? -1;

  const statusOf = async (id: string): Promise<string | undefined> =>
    (await bench.rows<{ status: string }>('select status from complaint where id = $1', [id]))[0]?.status;

  it('about a matter is read by every supervisor, and by no caseworker and no administrator', async () => {
    const id = await filed();
    for (const actor of [boss, otherBoss, client]) {
      expect([await read(actor), await inDatabase(actor)]).toEqual([[id], 1]);
    }
    expect([await read(administrator), await inDatabase(administrator)]).toEqual([[], 0]);
    for (const actor of [caseworker, { ...caseworker, role: 'AUDITOR' as const }]) {
      await expect(read(actor)).rejects.toThrow(`gives ${actor.role} nothing to read of the type complaint`);
      expect(await inDatabase(actor)).toBe(0);
    }
  });

  it('about a supervisor is read by the other one only, under whatever account the first comes', async () => {
    const id = await about(boss);
    expect([await read(otherBoss), await inDatabase(otherBoss)]).toEqual([[id], 1]);
    expect([await read(boss), await inDatabase(boss)]).toEqual([[], 0]);
    await bench.rows('update user_account set person_id = $1 where id = any($2)', [
      boss.accountId,
      [boss.accountId, otherBoss.accountId],
    ]);
    expect([await read(otherBoss), await inDatabase(otherBoss)]).toEqual([[], 0]);
  });

  it('goes to the administrator where no other supervisor is there to read it', async () => {
    const id = await about(boss);
    await bench.rows(`update membership set status = 'ENDED', ended_at = now() where id = $1`, [
      otherBoss.membershipId,
    ]);
    expect([await read(administrator), await inDatabase(administrator)]).toEqual([[id], 1]);
    expect([await read(boss), await inDatabase(boss)]).toEqual([[], 0]);
    await bench.rows(`update membership set status = 'ACTIVE', ended_at = null where id = $1`, [
      otherBoss.membershipId,
    ]);
    expect([await read(administrator), await inDatabase(administrator)]).toEqual([[], 0]);
  });

  it('is answered within ten working days, closed, and reopened once', async () => {
    const id = await filed();
    const answered = () => tried(boss, (tx) => service.answer(tx, id, '已经和专员谈过，今天给你回电话'));
    expect(await answered()).toBe('WRONG_STATE');
    expect(await tried(boss, (tx) => service.takeUp(tx, id))).toBe(id);
    expect(await tried(client, (tx) => service.reopen(tx, id))).toBe('WRONG_STATE');
    expect(await answered()).toBe(id);
    expect(await tried(client, (tx) => service.close(tx, id))).toBe(id);
    expect(await tried(client, (tx) => service.reopen(tx, id))).toBe(id);
    expect(await statusOf(id)).toBe('IN_REVIEW');
    expect(await answered()).toBe(id);
    expect(await tried(client, (tx) => service.reopen(tx, id))).toBe('WRONG_STATE');
    const [row] = await bench.rows<{ due: string }>('select due_on::text as due from complaint where id = $1', [id]);
    expect((row?.due ?? '') > dayOf(new Date())).toBe(true);
  });

  it.each([
    ['REQUIRED', { text: '' }],
    ['TOO_SHORT', { text: '不好' }],
    ['TOO_LONG', { text: '字'.repeat(1_001) }],
    ['BANNED_TERM', { text: `有人当众说${LISTED_TERM}` }],
    ['REQUIRED', { topic: 'PERSON' as const, aboutId: null }],
    ['NOT_FOUND', { topic: 'PERSON' as const, aboutId: '00000000-0000-0000-0000-000000000000' }],
  ])('is refused %s for %o with nothing written', async (code, input) => {
    expect(await filed(input)).toBe(code);
    expect(await bench.rows('select id from complaint')).toEqual([]);
  });

  it('keeps the words of both sides out of the tables in clear', async () => {
    await filed({ text: '独一无二的一句话' });
    const rows = await bench.rows<{ all: string }>(`select row_to_json(k)::text as all from complaint k`);
    expect(rows[0]?.all).not.toContain('独一无二');
    const [own] = await bench.transactions.run(client, (tx) => bench.app.get(ComplaintsReader).list(tx));
    expect(own?.text).toBe('独一无二的一句话');
  });

  it('is answered once when two do it at the same moment', async () => {
    const id = await filed();
    await tried(boss, (tx) => service.takeUp(tx, id));
    const both = await Promise.all(
      [boss, otherBoss].map((actor) => tried(actor, (tx) => service.answer(tx, id, '已经处理，今天给你回电话'))),
    );
    expect(both.sort()).toEqual([id, 'WRONG_STATE'].sort());
  });
});
