import type { Actor } from '#domain/common/actor';
import { sealedUnder } from '#platform/crypto/sealed-field';
import type { Tx } from '#platform/database/transaction';
import { openBench, type Bench } from '#testing/context';
import { ErasablePeople, type ErasablePerson } from '#testing/erasable-people';
import { doDueJobs } from '#testing/jobs';
import { LISTED_TERM } from '#testing/listed-term';
import { CorrectionsReader } from './corrections-reader';
import { CorrectionsRepository } from './corrections.repository';
import { CorrectionRequestedProcessor } from './corrections.processor';
import { CorrectionsService, type CorrectionCode } from './corrections.service';
import { DataRightsJobsModule } from './data-rights-jobs.module';
import { DataRightsModule } from './data-rights.module';
import type { Outcome } from '#domain/common/outcome';

const TEXT = '手机号换了，后四位是8866';
const CLOCK_AT = '2026-11-30T02:00:00Z';

describe('what a client says is wrong about her', () => {
  let bench: Bench;
  let service: CorrectionsService;
  let people: ErasablePeople;
  let person: ErasablePerson;

  beforeAll(async () => {
    bench = await openBench({ modules: [DataRightsModule, DataRightsJobsModule], clockAt: CLOCK_AT });
    service = bench.app.get(CorrectionsService);
    people = new ErasablePeople(bench);
  }, 180_000);

  afterAll(() => bench.close());

  beforeEach(async () => {
    person = await people.aPerson();
  });

  async function tried(
    actor: Actor,
    act: (tx: Tx) => Promise<Outcome<{ id: string }, CorrectionCode>>,
  ): Promise<string> {
    const outcome = await bench.transactions.run(actor, act);
    return outcome.ok ? outcome.value.id : outcome.refusals.map(({ code }) => code).join();
  }

  const asked = (text = TEXT, actor = person.client): Promise<string> =>
    tried(actor, (tx) => service.request(tx, { field: 'PHONE', text }));
  const answered = (actor: Actor, id: string, isAccepted = true, text = '已经改好'): Promise<string> =>
    tried(actor, (tx) => service.answer(tx, id, { isAccepted, text }));
  const jobs = (): Promise<string[]> =>
    doDueJobs(bench.app, bench.countyId, { 'correction.requested': CorrectionRequestedProcessor });

  interface Stored {
    readonly status: string;
    readonly text: Buffer;
    readonly answer: Buffer | null;
    readonly due: string;
  }
  const stored = (clientId: string): Promise<Stored[]> =>
    bench.rows(
      `select status, text_enc as text, answer_enc as answer, due_on::text as due from correction_request
        where client_id = $1 order by created_at, id`,
      [clientId],
    );

  it('lies under her own key and is answered within ten working days', async () => {
    await asked();
    const [row] = await stored(person.clientId);
    expect(row).toMatchObject({ status: 'REQUESTED', answer: null, due: '2026-12-14' });
    expect(row === undefined ? null : sealedUnder(row.text).key).toBe('CLIENT');
  });

  it('is on her caseworker’s list until it is answered', async () => {
    const id = await asked();
    await jobs();
    const tasks = () =>
      bench.rows(
        `select assignee_membership_id as assignee, due_on::text as due, status from task
          where kind = 'CORRECTION_REQUEST' and subject_id = $1`,
        [id],
      );
    const assignee = person.caseworker.membershipId;
    expect(await tasks()).toEqual([{ assignee, due: '2026-12-14', status: 'OPEN' }]);
    expect(await answered(person.caseworker, id)).toBe(id);
    expect(await tasks()).toMatchObject([{ status: 'DROPPED' }]);
  });

  it.each([
    [true, 'ACCEPTED'],
    [false, 'DECLINED'],
  ])('is answered once (%s), and she reads the answer', async (isAccepted, status) => {
    const id = await asked();
    expect(await answered(person.caseworker, id, isAccepted, '这一项是这样办的')).toBe(id);
    expect(await answered(person.caseworker, id)).toBe('WRONG_STATE');
    expect(await tried(person.client, (tx) => service.withdraw(tx, id))).toBe('WRONG_STATE');
    const reader = bench.app.get(CorrectionsReader);
    const [own] = await bench.transactions.run(person.client, (tx) => reader.own(tx));
    expect(own).toMatchObject({ id, status, text: TEXT, answer: '这一项是这样办的', isLate: false });
  });

  it('is taken back by her alone, before the answer', async () => {
    const id = await asked();
    const other = await people.aPerson();
    expect(await tried(other.client, (tx) => service.withdraw(tx, id))).toBe('NOT_FOUND');
    expect(await stored(person.clientId)).toMatchObject([{ status: 'REQUESTED' }]);
    expect(await tried(person.client, (tx) => service.withdraw(tx, id))).toBe(id);
    expect(await answered(person.caseworker, id)).toBe('WRONG_STATE');
    expect(await stored(person.clientId)).toMatchObject([{ status: 'WITHDRAWN', answer: null }]);
  });

  it('is found by no other caseworker and no other client', async () => {
    const id = await asked();
    const [stranger] = await bench.rows<{ id: string }>(
      `select id from membership where role = 'CASEWORKER' and id <> $1 order by id limit 1`,
      [person.caseworker.membershipId],
    );
    const other = await people.memberActor(stranger?.id ?? '');
    expect(await answered(other, id)).toBe('NOT_FOUND');
    expect(
      (await bench.transactions.run(other, (tx) => bench.app.get(CorrectionsRepository).open(tx))).map((row) => row.id),
    ).not.toContain(id);
    expect(await stored(person.clientId)).toMatchObject([{ status: 'REQUESTED', answer: null }]);
  });

  it.each([
    ['REQUIRED', ' '],
    ['TOO_SHORT', '错'],
    ['TOO_LONG', '错'.repeat(501)],
    ['BANNED_TERM', `${LISTED_TERM}写错了`],
  ])('is refused with %s, and nothing is kept', async (code, text) => {
    expect(await asked(text)).toBe(code);
    expect(await stored(person.clientId)).toEqual([]);
  });

  it('waits for an answer at most ten times at once', async () => {
    for (let count = 0; count < 10; count += 1) expect(await asked()).toMatch(/^[0-9a-f-]{36}$/);
    expect(await asked()).toBe('TOO_MANY_WAITING');
    expect(await stored(person.clientId)).toHaveLength(10);
  });
});
