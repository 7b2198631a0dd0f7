import { randomUUID } from 'node:crypto';
import {
  BY_CODE,
  BY_PIN,
  CHOOSE_PIN,
  FORGET,
  LESSONS,
  PASSWORD,
  PIN,
  REMEMBER,
  SENSITIVE,
  TraineeBench,
} from './support/trainee-bench';

describe('six digits on a phone', () => {
  let bench: TraineeBench;

  beforeAll(async () => {
    bench = await TraineeBench.open();
  });

  afterAll(() => bench.close());

  it('takes the digits on her phone and on no other', async () => {
    const { caller, login } = await bench.phoneOf();
    await caller.ask('mutation { signOut { signedOut } }');
    expect((await caller.ask('{ phoneDoor { takesPin asksLogin } }')).data).toEqual({
      phoneDoor: { takesPin: true, asksLogin: false },
    });
    expect(await bench.codeOf(bench.api.stranger(), BY_PIN, { pin: PIN, login })).toBe('PIN_OFF');
    expect(await bench.codeOf(caller, BY_PIN, { pin: '582035' })).toBe('SIGN_IN_FAILED');
    expect(await bench.codeOf(caller, BY_PIN, { pin: PIN })).toBe('DONE');
    expect(await bench.seen(caller, 'myReferrals')).toBe('ANSWERED');
  });

  it('looks at five of sixty wrong digits at once, then they are off and whoever is in on the phone is out', async () => {
    const { caller, login } = await bench.phoneOf();
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => bench.codeOf(caller, BY_PIN, { pin: '909192' })),
    );
    expect(answers.filter((answer) => answer === 'DONE')).toEqual([]);
    const [phone] = await bench.rows<{ n: number }>(
      'select pin_failures as n from phone p join user_account a on a.id = p.account_id where a.login = $1',
      [login],
    );
    expect(phone?.n).toBe(5);
    expect((await caller.ask('{ myReferrals { __typename } }')).errors[0]?.extensions.code).toBe('NOT_AUTHENTICATED');
    expect((await caller.ask('{ phoneDoor { takesPin } }')).data).toEqual({ phoneDoor: { takesPin: false } });
    expect(['PIN_OFF', 'SIGN_IN_DELAYED']).toContain(await bench.codeOf(caller, BY_PIN, { pin: PIN }));
  });

  it('serves two people on one phone, who then say who they are', async () => {
    const { caller, login: first } = await bench.phoneOf();
    await caller.ask('mutation { signOut { signedOut } }');
    const { login: second, code } = await bench.issued(bench.nextClient());
    expect(await bench.codeOf(caller, BY_CODE, { login: second, code })).toBe('DONE');
    expect(await bench.codeOf(caller, CHOOSE_PIN, { pin: '739104' })).toBe('DONE');
    expect((await caller.ask('{ phoneDoor { takesPin asksLogin } }')).data).toEqual({
      phoneDoor: { takesPin: true, asksLogin: true },
    });
    expect(await bench.codeOf(caller, BY_PIN, { pin: PIN, login: first })).toBe('DONE');
    expect(await bench.codeOf(caller, BY_PIN, { pin: PIN, login: second })).toBe('SIGN_IN_FAILED');
  });

  it('is shut for the lost phone by the next code', async () => {
    const id = bench.nextClient();
    const { caller: lost } = await bench.phoneOf(id);
    const { login, code } = await bench.issued(id);
    expect(await bench.seen(lost, 'myReferrals')).toBe('ANSWERED');
    const next = bench.api.stranger();
    await bench.run(next, BY_CODE, { login, code });
    expect(await bench.codeOf(next, CHOOSE_PIN, { pin: '739104' })).toBe('DONE');
    expect(await bench.seen(lost, 'myReferrals')).toBe('NOT_AUTHENTICATED');
    expect(await bench.codeOf(lost, BY_PIN, { pin: PIN })).toBe('PIN_OFF');
  });

  it('ends after half an hour without use, unless the phone is remembered', async () => {
    const { caller } = await bench.phoneOf();
    await bench.idleFor('29 minutes');
    expect(await bench.seen(caller, 'myReferrals')).toBe('ANSWERED');
    await bench.idleFor('31 minutes');
    expect(await bench.seen(caller, 'myReferrals')).toBe('NOT_AUTHENTICATED');
    expect(await bench.codeOf(caller, BY_PIN, { pin: PIN })).toBe('DONE');
  });

  it('shows a remembered phone lessons alone until the digits are given, and that for 30 days', async () => {
    const { caller } = await bench.phoneOf();
    expect(await bench.codeOf(caller, REMEMBER, { is: true })).toBe('DONE');
    await bench.idleFor('31 minutes');
    expect((await caller.ask(LESSONS)).errors).toEqual([]);
    for (const field of SENSITIVE) expect([field, await bench.seen(caller, field)]).toEqual([field, 'PIN_REQUIRED']);
    expect((await caller.ask('{ viewer { displayName ownPhone { isLocked } } }')).data).toEqual({
      viewer: { displayName: '', ownPhone: { isLocked: true } },
    });
    const before = await bench.rows('select pin_hash from phone order by 1');
    expect((await caller.ask(CHOOSE_PIN, { pin: '739104', key: randomUUID() })).errors[0]?.extensions.code).toBe(
      'PIN_REQUIRED',
    );
    expect(await bench.rows('select pin_hash from phone order by 1')).toEqual(before);
    const { viewer } = await bench.run(caller, BY_PIN, { pin: PIN });
    expect(viewer?.ownPhone).toEqual({ isLocked: false, isRemembered: true });
    for (const field of SENSITIVE) expect([field, await bench.seen(caller, field)]).toEqual([field, 'ANSWERED']);
    await bench.idleFor('29 days');
    expect((await caller.ask(LESSONS)).errors).toEqual([]);
    await bench.idleFor('30 days');
    expect((await caller.ask(LESSONS)).errors[0]?.extensions.code).toBe('NOT_AUTHENTICATED');
  });

  it('is not kept open by a page that asks by itself', async () => {
    const { caller } = await bench.phoneOf();
    expect(await bench.codeOf(caller, REMEMBER, { is: true })).toBe('DONE');
    await bench.idleFor('29 minutes');
    await caller.ask('{ myReferrals { __typename } }', {}, { 'x-tonggong-background': '1' });
    await bench.idleFor('2 minutes');
    expect(await bench.seen(caller, 'myReferrals')).toBe('PIN_REQUIRED');
  });

  it('asks for the digits again after twelve hours of steady use', async () => {
    const { caller } = await bench.phoneOf();
    await bench.run(caller, REMEMBER, { is: true });
    await bench.database.admin.query(`update phone_session set pin_at = pin_at - interval '11 hours 59 minutes'`);
    expect(await bench.seen(caller, 'myReferrals')).toBe('ANSWERED');
    await bench.database.admin.query(`update phone_session set pin_at = pin_at - interval '1 minute'`);
    expect(await bench.seen(caller, 'myReferrals')).toBe('PIN_REQUIRED');
  });

  it('changes the digits only right after the old ones, or with the password', async () => {
    const { caller } = await bench.phoneOf();
    await bench.database.admin.query(`update phone_session set pin_at = pin_at - interval '5 minutes'`);
    expect(await bench.codeOf(caller, CHOOSE_PIN, { pin: '739104' })).toBe('WRONG_PASSWORD');
    await bench.run(caller, BY_PIN, { pin: PIN });
    expect(await bench.codeOf(caller, CHOOSE_PIN, { pin: '739104' })).toBe('DONE');
    const byPassword = await bench.api.signedIn('client', PASSWORD);
    expect(await bench.codeOf(byPassword, CHOOSE_PIN, { pin: '739104' })).toBe('WRONG_PASSWORD');
    expect(await bench.codeOf(byPassword, CHOOSE_PIN, { pin: '739104', password: PASSWORD })).toBe('DONE');
  });

  it('forgets a phone when she says so', async () => {
    const { caller } = await bench.phoneOf();
    await bench.run(caller, REMEMBER, { is: true });
    expect(await bench.codeOf(caller, FORGET, {})).toBe('DONE');
    expect(await bench.seen(caller, 'myNextLesson')).toBe('NOT_AUTHENTICATED');
    expect(await bench.codeOf(caller, BY_PIN, { pin: PIN })).toBe('PIN_OFF');
  });
});
