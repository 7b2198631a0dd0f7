import { randomUUID } from 'node:crypto';
import { checkSignOf } from '#domain/common/identity-number';
import { sealedUnder } from '#platform/crypto/sealed-field';
import { textOfDatabase } from '#testing/database-text';
import type { TestCaller } from '#testing/api';
import { outcomeOf, SeededApi } from './support/seeded-api';

const ENTER = `mutation ($id: ID!, $number: String!, $version: Int, $key: UUID!) {
  enterIdentityNumber(id: $id, number: $number, purpose: SUBSIDY_CLAIM, expectedVersion: $version, idempotencyKey: $key) {
    client { identityNumber { version masked purpose keptUntil } } userErrors { code field } } }`;
const SETTLE = `mutation ($id: ID!, $version: Int!, $key: UUID!) {
  settleIdentityNumber(id: $id, expectedVersion: $version, idempotencyKey: $key) { client { identityNumber { keptUntil } } userErrors { code } } }`;
const REMOVE = `mutation ($id: ID!, $version: Int!, $key: UUID!) {
  removeIdentityNumber(id: $id, expectedVersion: $version, idempotencyKey: $key) { client { identityNumber { masked } } userErrors { code } } }`;
const SHOW = 'query ($id: ID!) { identityNumber(id: $id) { number } }';
const PAGE = 'query ($id: ID!) { client(id: $id) { id identityNumber { version masked recordedByName } } }';
const OWN = 'query { myIdentityNumber { masked recordedByName } myDisclosures { fieldGroup basis count } }';
const OWN_WHOLE = 'query { myWholeIdentityNumber { number } }';

describe('the number of a client’s identity card', () => {
  let county: SeededApi;
  let keeper: TestCaller;
  let colleague: TestCaller;
  let supervisor: TestCaller;
  let client: TestCaller;
  let her: { id: string; fileNumber: string; birthYear: number };
  let number: string;

  beforeAll(async () => {
    county = await SeededApi.open();
    her = await county.row(
      `select c.id, c.file_number as "fileNumber", c.birth_year as "birthYear" from client c
         join membership m on m.client_id = c.id join user_account a on a.id = m.account_id where a.login = 'client'`,
    );
    number = numberFor(her.birthYear, '012');
    await county.rows(
      `update programme_entry e set caseworker_membership_id = m.id from membership m join user_account a on a.id = m.account_id
        where a.login = 'caseworker' and e.client_id = $1`,
      [her.id],
    );
    [keeper, colleague, supervisor, client] = (await Promise.all(
      ['caseworker', 'caseworker2', 'supervisor', 'client'].map((login) => county.signIn(login)),
    )) as [TestCaller, TestCaller, TestCaller, TestCaller];
  }, 180_000);

  afterAll(() => county.close());

  beforeEach(async () => {
    await county.rows('delete from identity_number');
    await county.rows('delete from disclosure');
  });

  const numberFor = (year: number, sequence: string): string => {
    const seventeen = `421222${year}0228${sequence}`;
    return seventeen + checkSignOf(seventeen);
  };
  const enter = (by: TestCaller, given: string, version: number | null = null) =>
    by.ask(ENTER, { id: her.id, number: given, version, key: randomUUID() });
  const entered = async (): Promise<void> => expect(outcomeOf(await enter(keeper, number))).toBe('DONE');
  const show = async (by: TestCaller): Promise<unknown> => {
    const { data, errors } = await by.ask(SHOW, { id: her.id });
    return errors[0]?.extensions.code ?? data?.['identityNumber'];
  };
  const stored = () =>
    county.rows<{ sealed: Buffer; version: number }>('select number_enc as sealed, version from identity_number');
  const looks = () =>
    county.rows<{ look: string }>(
      `select d.basis || ' ' || d.field_group || ' ' || d.count as look from disclosure d where d.client_id = $1`,
      [her.id],
    );
  const acts = async (): Promise<string[]> =>
    (
      await county.rows<{ act: string }>(
        `select action || ' ' || array_to_string(fields, ',') as act from audit_entry
          where action like 'identity_number.%' order by occurred_at, id`,
      )
    ).map(({ act }) => act);

  it('is kept sealed under her own key, in no other place, and shown by its last two signs', async () => {
    const { data } = await enter(
      keeper,
      ` ${number.slice(0, 6)} ${number.slice(6, 14)}-${number.slice(14).toLowerCase()} `,
    );
    const masked = `${'*'.repeat(16)}${number.slice(-2)}`;
    expect(data).toEqual({
      enterIdentityNumber: {
        client: { identityNumber: { version: 1, masked, purpose: 'SUBSIDY_CLAIM', keptUntil: null } },
        userErrors: [],
      },
    });
    expect((await stored()).map(({ sealed }) => sealedUnder(sealed).key)).toEqual(['CLIENT']);
    const text = await textOfDatabase(county.database.admin);
    for (const form of [number, Buffer.from(number).toString('hex')]) expect(text).not.toContain(form);
    expect((await keeper.ask(PAGE, { id: her.id })).data).toEqual({
      client: { id: her.id, identityNumber: { version: 1, masked, recordedByName: '张敏' } },
    });
    expect(await looks()).toEqual([]); // the masked number on her own caseworker's page is no look at the whole
  });

  it('is shown whole to her caseworker after a proof, with an entry in the trail and a line in her own log', async () => {
    await entered();
    const before = await acts();
    await county.staleProof(keeper);
    expect(await show(keeper)).toBe('STEP_UP_REQUIRED');
    expect([await looks(), await acts()]).toEqual([[], before]);
    keeper = await county.signIn('caseworker');
    expect([await show(keeper), await show(keeper)]).toEqual([{ number }, { number }]);
    expect(await looks()).toEqual([{ look: 'CASE_WORK IDENTITY_NUMBER 2' }]);
    expect((await acts()).slice(before.length)).toEqual(Array(2).fill('identity_number.shown identityNumber'));
    const { data } = await client.ask(OWN);
    expect(data?.['myDisclosures']).toEqual([{ fieldGroup: 'IDENTITY_NUMBER', basis: 'CASE_WORK', count: 2 }]);
  });

  it('is her own to see, masked on her phone and whole after a proof, which is no disclosure', async () => {
    await entered();
    expect((await client.ask(OWN)).data?.['myIdentityNumber']).toEqual({
      masked: `${'*'.repeat(16)}${number.slice(-2)}`,
      recordedByName: '张敏',
    });
    expect((await client.ask(OWN_WHOLE)).data).toEqual({ myWholeIdentityNumber: { number } });
    expect((await acts()).at(-1)).toBe('identity_number.shown identityNumber');
    await county.staleProof(client);
    expect((await client.ask(OWN_WHOLE)).errors.map(({ extensions }) => extensions.code)).toEqual(['STEP_UP_REQUIRED']);
    client = await county.signIn('client');
    expect(await looks()).toEqual([]);
  });

  it('is nobody else’s: not a colleague’s with the file open, not the supervisor’s, nobody’s outside', async () => {
    await entered();
    const nobody = await colleague.ask(SHOW, { id: randomUUID() });
    expect(await colleague.ask(SHOW, { id: her.id })).toEqual(nobody);
    const open = await colleague.ask(
      `mutation ($input: FileOpeningInput!, $key: UUID!) { openFile(input: $input, idempotencyKey: $key) { fileOpening { id } userErrors { code } } }`,
      {
        input: { search: her.fileNumber, reason: 'CLIENT_ASKED', explanation: '本人到大厅来，要马上答复' },
        key: randomUUID(),
      },
    );
    const opening = (open.data?.['openFile'] as { fileOpening: { id: string } }).fileOpening.id;
    const read = await colleague.ask(
      'query ($id: ID!) { openedFile(openingId: $id) { id identityNumber { masked } } }',
      { id: opening },
    );
    expect(read.data).toEqual({ openedFile: { id: her.id, identityNumber: null } });
    expect((await supervisor.ask(PAGE, { id: her.id })).data).toEqual({ client: { id: her.id, identityNumber: null } });
    for (const login of [
      'supervisor',
      'administrator',
      'hr',
      'trainer',
      'base',
      'mentor',
      'fund',
      'finance',
      'auditor',
    ])
      expect([login, await show(await county.signIn(login))]).toEqual([login, 'FORBIDDEN']);
    expect(await looks()).not.toContainEqual({ look: expect.stringContaining('IDENTITY_NUMBER') as string });
    expect(outcomeOf(await enter(colleague, number, 1))).toBe('NOT_FOUND');
    expect(await stored()).toMatchObject([{ version: 1 }]);
  });

  it.each([
    [
      'with a wrong last sign',
      (n: string) => `${n.slice(0, 17)}${n.endsWith('1') ? '2' : '1'}`,
      'NOT_AN_IDENTITY_NUMBER',
    ],
    ['of another year of birth than her file says', () => numberFor(her.birthYear - 1, '012'), 'BIRTH_YEAR_DIFFERS'],
    ['that is empty', () => '  ', 'REQUIRED'],
  ])('is refused %s, and nothing is written', async (_, given, code) => {
    const before = await acts();
    expect(outcomeOf(await enter(keeper, given(number)))).toBe(code);
    expect([await stored(), await acts()]).toEqual([[], before]);
  });

  it('is replaced by who knows the version, starts anew, and takes a proof each time', async () => {
    await entered();
    const other = numberFor(her.birthYear, '034');
    expect(outcomeOf(await enter(keeper, other))).toBe('STALE_VERSION');
    expect(outcomeOf(await enter(keeper, other, 2))).toBe('STALE_VERSION');
    expect(await show(keeper)).toEqual({ number });
    expect(outcomeOf(await keeper.ask(SETTLE, { id: her.id, version: 1, key: randomUUID() }))).toBe('DONE');
    expect(outcomeOf(await enter(keeper, other, 2))).toBe('DONE');
    expect(await show(keeper)).toEqual({ number: other });
    expect(await county.rows('select settled_on as "settledOn" from identity_number')).toEqual([{ settledOn: null }]);
    await county.staleProof(keeper);
    const before = await stored();
    expect(outcomeOf(await enter(keeper, number, 3))).toBe('STEP_UP_REQUIRED');
    expect(outcomeOf(await keeper.ask(REMOVE, { id: her.id, version: 3, key: randomUUID() }))).toBe('STEP_UP_REQUIRED');
    expect(await stored()).toEqual(before);
    keeper = await county.signIn('caseworker');
  });

  it('of two entered at once one is kept, and the other is told', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => enter(keeper, number)));
    const outcomes = answers.map(outcomeOf);
    expect(outcomes.filter((outcome) => outcome === 'DONE')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome !== 'DONE')).toEqual(Array(7).fill('STALE_VERSION'));
    expect(await stored()).toHaveLength(1);
  });

  it('says its last day once its filing is settled, which is said once, and goes at once when she wishes', async () => {
    await entered();
    const settle = () => keeper.ask(SETTLE, { id: her.id, version: 1, key: randomUUID() });
    const { data } = await settle();
    const kept = (data?.['settleIdentityNumber'] as { client: { identityNumber: { keptUntil: string } } }).client;
    const [day] = await county.rows<{ day: string }>(`select (settled_on + 30)::text as day from identity_number`);
    expect(kept.identityNumber.keptUntil).toBe(day?.day);
    expect(outcomeOf(await settle())).toBe('STALE_VERSION');
    expect(outcomeOf(await keeper.ask(SETTLE, { id: her.id, version: 2, key: randomUUID() }))).toBe('WRONG_STATE');
    const removed = await keeper.ask(REMOVE, { id: her.id, version: 2, key: randomUUID() });
    expect(removed.data).toEqual({ removeIdentityNumber: { client: { identityNumber: null }, userErrors: [] } });
    expect(await stored()).toEqual([]);
    expect((await acts()).slice(-3)).toEqual(
      ['entered', 'settled', 'removed'].map((act) => `identity_number.${act} identityNumber`),
    );
  });

  it('finds nobody, and is kept in no note, name or search', async () => {
    await entered();
    const { data } = await keeper.ask('query ($text: String!) { clients(filter: { search: $text }) { totalCount } }', {
      text: number,
    });
    expect(data).toEqual({ clients: { totalCount: 0 } });
    const { version } = await county.row<{ version: number }>('select version from client where id = $1', [her.id]);
    const named = await keeper.ask(
      'mutation ($id: ID!, $version: Int!, $input: ClientChanges!, $key: UUID!) { updateClient(id: $id, expectedVersion: $version, input: $input, idempotencyKey: $key) { userErrors { code field } } }',
      { id: her.id, version, input: { name: `周水莲 ${number}` }, key: randomUUID() },
    );
    expect(named.data).toEqual({
      updateClient: { userErrors: [{ code: 'IDENTITY_NUMBER_NOT_ALLOWED', field: ['input', 'name'] }] },
    });
    expect(await county.row('select version from client where id = $1', [her.id])).toEqual({ version });
  });
});
