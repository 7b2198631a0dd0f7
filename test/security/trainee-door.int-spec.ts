import { randomUUID } from 'node:crypto';
import { Passwords } from '#platform/auth/passwords';
import {
  BY_CODE,
  BY_PIN,
  CHOOSE_PASSWORD,
  CHOOSE_PIN,
  ISSUE,
  PIN,
  SENSITIVE,
  TraineeBench,
} from './support/trainee-bench';

describe('the door of trainees', () => {
  let bench: TraineeBench;

  beforeAll(async () => {
    bench = await TraineeBench.open();
  });

  afterAll(() => bench.close());

  it('gives a client account, membership and code by her own caseworker alone', async () => {
    const before = await Promise.all(['user_account', 'membership', 'sign_in_code'].map(bench.count));
    expect(await bench.codeOf(bench.caseworker, ISSUE, { id: bench.foreign })).toBe('NOT_FOUND');
    expect(await bench.codeOf(bench.caseworker, ISSUE, { id: randomUUID() })).toBe('NOT_FOUND');
    expect(await Promise.all(['user_account', 'membership', 'sign_in_code'].map(bench.count))).toEqual(before);
    const id = bench.nextClient();
    const { login, code } = await bench.issued(id);
    expect(login).toMatch(/^\d{8}$/);
    expect(code).toMatch(/^\d{4} \d{4} \d{4}$/);
    expect(await Promise.all(['user_account', 'membership', 'sign_in_code'].map(bench.count))).toEqual(
      before.map((n) => n + 1),
    );
    const again = await bench.issued(id);
    expect(again.login).toBe(login);
    expect(await Promise.all(['user_account', 'membership', 'sign_in_code'].map(bench.count))).toEqual(
      before.map((n) => n + 1),
    );
    expect(await bench.codeOf(bench.api.stranger(), BY_CODE, { login, code })).toBe('SIGN_IN_FAILED'); // the new one ended it
    expect(await bench.codeOf(bench.api.stranger(), BY_CODE, again)).toBe('DONE');
  });

  it('gives no code to somebody who is also at work here: it would open more than her own file', async () => {
    const id = bench.nextClient();
    const { login } = await bench.issued(id);
    await bench.database.admin.query(
      `insert into membership (county_id, id, account_id, organisation_id, role, display_name, status)
       select m.county_id, gen_random_uuid(), m.account_id, m.organisation_id, 'AUDITOR', 'x', 'ACTIVE'
         from membership m where m.client_id = $1`,
      [id],
    );
    const before = await bench.rows('select code_hash from sign_in_code order by 1');
    expect(await bench.codeOf(bench.caseworker, ISSUE, { id })).toBe('NOT_ALLOWED');
    expect(await bench.rows('select code_hash from sign_in_code order by 1')).toEqual(before);
    expect(login).not.toBe('');
  });

  it('takes a code once, however it is grouped: of four at once one gets in', async () => {
    const { login, code } = await bench.issued(bench.nextClient());
    const answers = await Promise.all(
      [code, code.replaceAll(' ', ''), code.replaceAll(' ', '-'), code].map((one) =>
        bench.codeOf(bench.api.stranger(), BY_CODE, { login, code: one }),
      ),
    );
    expect(answers.filter((answer) => answer === 'DONE')).toHaveLength(1);
    expect(await bench.codeOf(bench.api.stranger(), BY_CODE, { login, code })).not.toBe('DONE');
  });

  it.each([
    ['72 hours', 'SIGN_IN_FAILED'],
    ['71 hours 59 minutes', 'DONE'],
  ])('takes a code that is %s old: %s', async (age, expected) => {
    const { login, code } = await bench.issued(bench.nextClient());
    await bench.database.admin.query(
      `update sign_in_code set expires_at = expires_at - $2::interval where account_id = (select id from user_account where login = $1)`,
      [login, age],
    );
    expect(await bench.codeOf(bench.api.stranger(), BY_CODE, { login, code })).toBe(expected);
  });

  it('opens nothing but the choice of digits after a code', async () => {
    const id = bench.nextClient();
    const { login, code } = await bench.issued(id);
    const caller = bench.api.stranger();
    const { viewer } = await bench.run(caller, BY_CODE, { login, code });
    expect(viewer).toMatchObject({ mustChoosePassword: true, ownPhone: { isFirst: true } });
    for (const field of ['myReferrals', 'myProfile', 'myNextLesson'])
      expect(await bench.seen(caller, field)).toBe('FORBIDDEN');
    const [known] = await bench.rows<{ year: string }>('select birth_year::text as year from client where id = $1', [
      id,
    ]);
    for (const pin of ['123456', '777777', `${known?.year ?? ''}73`])
      expect([pin, await bench.codeOf(caller, CHOOSE_PIN, { pin })]).toEqual([pin, 'PIN_TOO_SIMPLE']);
    expect(
      await bench.rows('select 1 from phone p join user_account a on a.id = p.account_id where a.login = $1', [login]),
    ).toEqual([]);
    expect(await bench.codeOf(caller, CHOOSE_PIN, { pin: PIN })).toBe('DONE');
    for (const field of [...SENSITIVE, 'myNextLesson'])
      expect([field, await bench.seen(caller, field)]).toEqual([field, 'ANSWERED']);
  });

  it('lets her choose a password instead, of which the common ones are refused', async () => {
    const { login, code } = await bench.issued(bench.nextClient());
    const caller = bench.api.stranger();
    await bench.run(caller, BY_CODE, { login, code });
    expect(await bench.codeOf(caller, CHOOSE_PASSWORD, { password: 'password2026!' })).toBe('PASSWORD_TOO_COMMON');
    expect(await bench.codeOf(caller, CHOOSE_PASSWORD, { password: 'three-green-bowls' })).toBe('DONE');
    expect(await bench.codeOf(caller, CHOOSE_PASSWORD, { password: 'four-yellow-cups-1' })).toBe('WRONG_STATE');
    expect((await bench.api.signedIn(login, 'three-green-bowls')).cookie()).not.toBeNull();
  });

  it.each([
    ['a code, by whom nobody is', BY_CODE, { login: '00000000', code: '1234 5678 9012' }],
    ['a code, by somebody who has none', BY_CODE, { login: 'client', code: '1234 5678 9012' }],
    ['digits, on a phone that nobody chose', BY_PIN, { pin: PIN }],
  ])('does the work of one check for %s', async (_, call, variables) => {
    const passwords = bench.api.app.get(Passwords);
    const fits = jest.spyOn(passwords, 'fits');
    await bench.run(bench.api.stranger(), call, variables);
    expect(fits).toHaveBeenCalledTimes(1);
    expect(fits.mock.calls[0]?.[0]).toBeNull();
    fits.mockRestore();
  });

  it('leaves code and digits nowhere in the clear, and acts in the trail', async () => {
    const { login, code } = await bench.issued(bench.nextClient());
    const caller = bench.api.stranger();
    await bench.run(caller, BY_CODE, { login, code });
    await bench.run(caller, CHOOSE_PIN, { pin: '604918' });
    for (const table of ['sign_in_code', 'phone', 'command_receipt', 'audit_entry', 'outbox_event']) {
      const found = await bench.rows(`select 1 from ${table} t where t::text like any ($1)`, [
        [`%${code}%`, `%${code.replaceAll(' ', '')}%`, '%604918%'],
      ]);
      expect([table, found]).toEqual([table, []]);
    }
    const acts = await bench.rows<{ action: string }>(
      `select distinct action from audit_entry where action ~ '^(account|client)'`,
    );
    expect(acts.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['client.sign-in-code-issued', 'account.pin-chosen']),
    );
  });
});
