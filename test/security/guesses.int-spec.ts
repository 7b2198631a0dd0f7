import { randomUUID } from 'node:crypto';
import { FLOOD_PAUSE_MS, LOOK_UPS_PER_MINUTE } from '#platform/audit/denied-look-up';
import type { TestCaller } from '#testing/api';
import { attackedApi, type AttackedApi } from './support/attacked-api';

const CLIENT = 'query ($id: ID!) { client(id: $id) { id fileNumber } }';
const WITHDRAW = `mutation ($id: ID!, $key: UUID!) {
  withdrawReferral(id: $id, reason: OTHER, idempotencyKey: $key) { referral { id } userErrors { code } } }`;

interface Noted {
  readonly action: string;
  readonly subject: string | null;
  readonly fields: string[];
  readonly outcome: string;
}

describe('a guess by id', () => {
  let api: AttackedApi;
  let caseworker: TestCaller;
  let foreign: string;

  beforeAll(async () => {
    api = await attackedApi('off');
    caseworker = await api.caseworker();
    foreign = await api.value(
      `select c.id as value from client c where c.caseworker_membership_id <> (
         select m.id from membership m join user_account a on a.id = m.account_id
          where m.role = 'CASEWORKER' and a.login = $1) limit 1`,
      [api.caseworkerLogin],
    );
  });

  afterAll(() => api.close());

  const noted = async (): Promise<Noted[]> =>
    JSON.parse(
      await api.value(
        `select coalesce(json_agg(json_build_object('action', action, 'subject', subject_id, 'fields', fields, 'outcome', outcome)
                  order by occurred_at, id), '[]')::text as value from audit_entry where action like 'look-up.%'`,
      ),
    ) as Noted[];
  const since = async (before: number): Promise<Noted[]> => (await noted()).slice(before);

  it('stands in the audit trail as denied, alike for a row of somebody else and for none at all', async () => {
    const before = (await noted()).length;
    const nobody = randomUUID();
    const answers = [await caseworker.ask(CLIENT, { id: foreign }), await caseworker.ask(CLIENT, { id: nobody })];
    expect(answers.map((answer) => JSON.stringify(answer))).toEqual([
      JSON.stringify(answers[0]),
      JSON.stringify(answers[0]),
    ]);
    expect(answers[0]?.data).toEqual({ client: null });
    expect(await since(before)).toEqual(
      [foreign, nobody].map((subject) => ({
        action: 'look-up.denied',
        subject,
        fields: ['client'],
        outcome: 'DENIED',
      })),
    );
  });

  it('is noted of a command too, whose refusal wrote nothing else', async () => {
    const before = (await noted()).length;
    const id = await api.value('select id as value from referral where client_id = $1 limit 1', [foreign]);
    const guessed = id === '' ? randomUUID() : id;
    const { data } = await caseworker.ask(WITHDRAW, { id: guessed, key: randomUUID() });
    expect(data).toEqual({ withdrawReferral: { referral: null, userErrors: [{ code: 'NOT_FOUND' }] } });
    expect(await since(before)).toEqual([
      { action: 'look-up.denied', subject: guessed, fields: ['withdrawReferral'], outcome: 'DENIED' },
    ]);
  });

  it('is none where the id is her own client’s, or no id at all', async () => {
    const before = (await noted()).length;
    const own = await api.value(
      `select c.id as value from client c join membership m on m.id = c.caseworker_membership_id
         join user_account a on a.id = m.account_id where a.login = $1 limit 1`,
      [api.caseworkerLogin],
    );
    expect((await caseworker.ask(CLIENT, { id: own })).data).toMatchObject({ client: { id: own } });
    await caseworker.ask(CLIENT, { id: 'not-an-id' });
    expect(await since(before)).toEqual([]);
  });

  it('is one of many at once: each has its entry, and they share the transactions', async () => {
    const before = (await noted()).length;
    const ids = Array.from({ length: 16 }, () => randomUUID());
    const answers = await Promise.all(ids.map((id) => caseworker.ask(CLIENT, { id })));
    expect(answers.map(({ data }) => data)).toEqual(ids.map(() => ({ client: null })));
    const entries = await since(before);
    expect(entries.map(({ subject }) => subject).sort()).toEqual([...ids].sort());
    const transactions = await api.value(
      `select count(distinct xmin::text)::text as value from audit_entry where subject_id = any ($1::uuid[])`,
      [ids],
    );
    expect(Number(transactions)).toBeLessThan(ids.length);
  });

  it('does not become a flood of entries: beyond thirty in a minute one entry says that there were more, and each has to wait', async () => {
    for (let n = 0; n < LOOK_UPS_PER_MINUTE + 10; n += 1) await caseworker.ask(CLIENT, { id: randomUUID() });
    const from = performance.now();
    await Promise.all([1, 2, 3].map(() => caseworker.ask(CLIENT, { id: randomUUID() })));
    expect(performance.now() - from).toBeGreaterThan(FLOOD_PAUSE_MS - 1);
    const all = await noted();
    expect(all.filter(({ action }) => action === 'look-up.denied').length).toBeLessThanOrEqual(2 * LOOK_UPS_PER_MINUTE);
    expect(all.filter(({ action }) => action === 'look-up.flood').length).toBeGreaterThanOrEqual(1);
    expect(all.find(({ action }) => action === 'look-up.flood')).toEqual({
      action: 'look-up.flood',
      subject: null,
      fields: ['client'],
      outcome: 'DENIED',
    });
  });
});
