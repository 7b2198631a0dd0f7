import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { Clock } from '#platform/clock/clock';
import { PASSWORD, providerBench, type DoorPayload, type ProviderBench } from './support/provider-bench';
import type { PlainBrowser } from './support/provider-stage';

const VIEWER = '{ viewer { role } }';
const LABEL = '{ signInProvider { label } }';
const SIGN_IN = `mutation ($login: String!, $password: String!) {
  signIn(login: $login, password: $password) { viewer { role } userErrors { code } } }`;
const BEGIN = 'mutation { beginProviderSignIn { url userErrors { code } } }';
const STEP = `mutation ($code: String, $passkey: String) {
  signInAfterProvider(code: $code, passkey: $passkey) { viewer { role } passkeyRequest userErrors { code } } }`;
const BEGIN_FACTOR = `mutation ($password: String!, $key: UUID!) {
  beginSecondFactor(currentPassword: $password, idempotencyKey: $key) { secret userErrors { code } } }`;
const CONFIRM_FACTOR = `mutation ($code: String!, $key: UUID!) {
  confirmSecondFactor(code: $code, idempotencyKey: $key) { recoveryCodes userErrors { code } } }`;

describe('signing in through a provider', () => {
  let bench: ProviderBench;

  beforeAll(async () => {
    bench = await providerBench({ OIDC_SECOND_FACTOR_AMR: 'otp', OIDC_SECOND_FACTOR_ACR: 'urn:gold' });
  }, 120_000);

  afterEach(() => bench.provider.answer('honest'));

  afterAll(() => bench.close());

  const codeOf = ({ userErrors }: DoorPayload): string => userErrors[0]?.code ?? 'DONE';
  const role = async (browser: PlainBrowser): Promise<string | undefined> =>
    (await browser.ask<{ role: string } | null>(VIEWER))?.role;

  /** Links an account once. */
  const linked = new Set<string>();
  async function linkedTo(login: string): Promise<string> {
    const subject = `subject-of-${login}`;
    if (!linked.has(login)) expect(await bench.link(await bench.seat(login), subject)).toBe('/account?provider=linked');
    linked.add(login);
    return subject;
  }

  /** Does something that many minutes later by the API's clock. */
  async function later<T>(minutes: number, work: () => Promise<T>): Promise<T> {
    const clock = jest
      .spyOn(bench.api.app.get(Clock), 'now')
      .mockImplementation(() => new Date(Date.now() + minutes * 60_000));
    return work().finally(() => clock.mockRestore());
  }

  const lastAudit = async (action: string): Promise<{ outcome: string; fields: string[] } | undefined> =>
    (
      await bench.database.admin.query<{ outcome: string; fields: string[] }>(
        'select outcome, fields from audit_entry where action = $1 order by occurred_at desc, id desc limit 1',
        [action],
      )
    ).rows[0];

  it('says so where the provider does not answer; the door for passwords stays open, and a minute later all is well', async () => {
    await bench.provider.answer('away');
    const browser = bench.browser();
    expect(await browser.ask<object>(LABEL)).toEqual({ label: '单位账号' });
    expect(await browser.ask<DoorPayload>(BEGIN)).toMatchObject({
      url: null,
      userErrors: [{ code: 'PROVIDER_UNAVAILABLE' }],
    });
    expect(codeOf(await browser.ask<DoorPayload>(SIGN_IN, { login: 'mentor', password: PASSWORD }))).toBe('DONE');
    await bench.provider.answer('honest');
    expect(await bench.begin(bench.browser())).toContain(bench.provider.issuer);
  });

  it('asks with a new state, nonce and PKCE challenge each time, and for a fresh proof', async () => {
    const asked = await Promise.all([1, 2].map(async () => new URL(await bench.begin(bench.browser())).searchParams));
    for (const one of asked)
      expect(Object.fromEntries(one)).toMatchObject({
        response_type: 'code',
        scope: 'openid',
        code_challenge_method: 'S256',
        prompt: 'login',
        max_age: '300',
        acr_values: 'urn:gold',
      });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(new Set(asked.map((one) => one.get(name))).size).toBe(2);
  });

  it('opens a session of its own for who is linked, with the limits of her role, and says by which way in the trail', async () => {
    const subject = await linkedTo('caseworker');
    const browser = bench.browser();
    expect(await bench.enter(browser, subject)).toBe('/');
    expect(await role(browser)).toBe('CASEWORKER');
    expect(browser.has('provider')).toBe(false);
    const first = browser.jar.get('sid');
    expect(await bench.enter(browser, subject)).toBe('/');
    expect(browser.jar.get('sid')).not.toBe(first);
    const { rows } = await bench.database.admin.query<{ idle: number; hours: number }>(
      `select idle_seconds as idle, round(extract(epoch from ends_at - started_at) / 3600)::int as hours
         from session order by started_at desc limit 1`,
    );
    expect(rows[0]).toEqual({ idle: 900, hours: 10 });
    expect(await lastAudit('session.opened')).toEqual({ outcome: 'ALLOWED', fields: ['provider'] });
  });

  it('refuses an identity that nobody linked, even one that is called like an account, and makes no account', async () => {
    const accounts = await bench.count('user_account');
    const sessions = await bench.count('session');
    for (const subject of ['nobody', 'administrator', 'administrator@example.org'])
      expect(await bench.enter(bench.browser(), subject)).toBe('/sign-in?provider=refused');
    expect(await bench.count('user_account')).toBe(accounts);
    expect(await bench.count('session')).toBe(sessions);
  });

  it.each([
    'nonce',
    'audience',
    'issuer',
    'expired',
    'stale',
    'no time of sign-in',
    'another key',
    'no signature',
    'a shared secret',
    'another subject',
  ])('opens nothing to an identity token that is spoilt: %s', async (how) => {
    const subject = await linkedTo('supervisor');
    const sessions = await bench.count('session');
    await bench.provider.answer(how);
    expect(await bench.enter(bench.browser(), subject)).toMatch(/^\/sign-in\?provider=(refused|unavailable)$/);
    expect(await bench.count('session')).toBe(sessions);
    await bench.provider.answer('honest');
    expect(await bench.enter(bench.browser(), subject)).toBe('/');
  });

  it.each(['broken', 'nonsense', 'hung up', 'silent'])('answers clearly where the provider is %s', async (how) => {
    const subject = await linkedTo('supervisor');
    await bench.provider.answer(how);
    expect(await bench.enter(bench.browser(), subject)).toBe('/sign-in?provider=unavailable');
  });

  it('goes back to the door with whoever left the provider’s page', async () => {
    const browser = bench.browser();
    const back = await browser.atProvider(await bench.begin(browser), null);
    const visit = await browser.home(back);
    expect([visit.status, visit.location]).toEqual([303, '/sign-in?provider=left']);
    expect(await role(browser)).toBeUndefined();
  });

  it('takes an answer only in the browser that asked, with the state that it asked with, and once', async () => {
    const subject = await linkedTo('base');
    const sessions = await bench.count('session');
    const browser = bench.browser();
    const back = await browser.atProvider(await bench.begin(browser), subject);
    expect((await bench.browser().home(back)).location).toBe('/sign-in?provider=over'); // a link that was passed on
    const other = bench.browser();
    await bench.begin(other);
    expect((await other.home(back)).location).toBe('/sign-in?provider=refused'); // another browser's own state
    const kept = browser.jar.get('provider') ?? '';
    const wrong = new URL(back);
    wrong.searchParams.set('state', 'of-somebody-else');
    expect((await browser.home(wrong.href)).location).toBe('/sign-in?provider=refused');
    expect(browser.has('provider')).toBe(false);
    expect(await bench.count('session')).toBe(sessions);
    const again = bench.browser();
    again.jar.set('provider', kept);
    expect((await again.home(back)).location).toBe('/'); // the code was not used up by what failed before it
    for (let time = 0; time < 2; time += 1) {
      const replay = bench.browser();
      replay.jar.set('provider', kept);
      expect((await replay.home(back)).location).toBe('/sign-in?provider=refused');
      expect(await role(replay)).toBeUndefined();
    }
  });

  it('takes no cookie that is forged, torn or older than ten minutes', async () => {
    const subject = await linkedTo('base');
    const browser = bench.browser();
    const back = await browser.atProvider(await bench.begin(browser), subject);
    const kept = browser.jar.get('provider') ?? '';
    const bytes = Buffer.from(kept, 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    for (const cookie of ['', 'x', kept.slice(0, 40), bytes.toString('base64url')]) {
      browser.jar.set('provider', cookie);
      expect((await browser.home(back)).location).toBe('/sign-in?provider=over');
    }
    for (const [minutes, expected] of [
      [10.1, '/sign-in?provider=over'],
      [9.5, '/'],
    ] as const) {
      browser.jar.set('provider', kept);
      const visit = await later(minutes, () => browser.home(back));
      expect([minutes, visit.location]).toEqual([minutes, expected]);
    }
  });

  it('lets nobody in whose account was shut or whose membership ended, and says no more than to a stranger', async () => {
    const { admin } = bench.database;
    const subject = await linkedTo('finance');
    const account = `(select id from user_account where login = 'finance')`;
    const sessions = await bench.count('session');
    for (const [shut, open] of [
      [
        `update user_account set status = 'DISABLED' where id = ${account}`,
        `update user_account set status = 'ACTIVE' where id = ${account}`,
      ],
      [
        `update membership set status = 'ENDED', ended_at = now() where account_id = ${account}`,
        `update membership set status = 'ACTIVE', ended_at = null where account_id = ${account}`,
      ],
    ] as const) {
      await admin.query(shut);
      expect(await bench.enter(bench.browser(), subject)).toBe('/sign-in?provider=refused');
      expect(await bench.count('session')).toBe(sessions);
      await admin.query(open);
    }
    expect(await lastAudit('session.refused')).toEqual({ outcome: 'DENIED', fields: ['provider'] });
    expect(await bench.enter(bench.browser(), subject)).toBe('/');
  });

  describe('of somebody with a second step', () => {
    const digits = (secret: string): string =>
      new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30, algorithm: 'SHA1' }).generate();
    const timeGoesBy = (): Promise<unknown> => bench.database.admin.query('update second_factor set last_step = 0');
    let kept: { subject: string; secret: string } | null = null;

    async function withApp(): Promise<{ subject: string; secret: string }> {
      if (kept !== null) return kept;
      const subject = await linkedTo('auditor');
      const seat = await bench.seat('auditor');
      const begun = await seat.ask<{ secret: string }>(BEGIN_FACTOR, { password: PASSWORD, key: randomUUID() });
      await seat.ask(CONFIRM_FACTOR, { code: digits(begun.secret), key: randomUUID() });
      await timeGoesBy();
      kept = { subject, secret: begun.secret };
      return kept;
    }

    it('asks for it after the provider, and opens nothing before it is right', async () => {
      const { subject, secret } = await withApp();
      const browser = bench.browser();
      const sessions = await bench.count('session');
      expect(await bench.enter(browser, subject)).toBe('/sign-in?provider=step');
      expect(await role(browser)).toBeUndefined();
      expect(codeOf(await browser.ask<DoorPayload>(STEP))).toBe('SECOND_FACTOR_REQUIRED');
      expect(codeOf(await browser.ask<DoorPayload>(STEP, { code: '000000' }))).toBe('SECOND_FACTOR_WRONG');
      expect(await bench.count('session')).toBe(sessions);
      expect(await browser.ask<DoorPayload>(STEP, { code: digits(secret) })).toMatchObject({
        viewer: { role: 'AUDITOR' },
      });
      expect(codeOf(await browser.ask<DoorPayload>(STEP, { code: digits(secret) }))).toBe('PROVIDER_OVER'); // the cookie served once
      await timeGoesBy();
    });

    it.each([
      ['amr otp', '/'],
      ['acr gold', '/'],
      ['amr pwd', '/sign-in?provider=step'],
      ['honest', '/sign-in?provider=step'],
    ])('believes the provider’s word (%s) as far as the operator does: %s', async (how, expected) => {
      const { subject } = await withApp();
      await bench.provider.answer(how);
      expect(await bench.enter(bench.browser(), subject)).toBe(expected);
    });

    it('takes no step where nobody came from the provider, or after five minutes, or once it is unlinked', async () => {
      const { subject, secret } = await withApp();
      await timeGoesBy();
      expect(codeOf(await bench.browser().ask<DoorPayload>(STEP, { code: digits(secret) }))).toBe('PROVIDER_OVER');
      const browser = bench.browser();
      await bench.begin(browser);
      expect(codeOf(await browser.ask<DoorPayload>(STEP, { code: digits(secret) }))).toBe('PROVIDER_OVER'); // only on the way there
      await bench.enter(browser, subject);
      const late = await later(5.1, () => browser.ask<DoorPayload>(STEP, { code: digits(secret) }));
      expect(codeOf(late)).toBe('PROVIDER_OVER');
      await bench.database.admin.query(
        `update provider_link set id = gen_random_uuid() where account_id = (select id from user_account where login = 'auditor')`,
      );
      expect(codeOf(await browser.ask<DoorPayload>(STEP, { code: digits(secret) }))).toBe('SIGN_IN_FAILED');
    });

    it('slows guesses at it down', async () => {
      const { subject, secret } = await withApp();
      await timeGoesBy();
      const browser = bench.browser();
      await bench.enter(browser, subject);
      const codes: string[] = [];
      for (let guess = 0; guess < 8; guess += 1)
        codes.push(codeOf(await browser.ask<DoorPayload>(STEP, { code: String(100_000 + guess) })));
      expect(codes).toContain('SIGN_IN_DELAYED');
      expect(codeOf(await browser.ask<DoorPayload>(STEP, { code: digits(secret) }))).toBe('SIGN_IN_DELAYED');
    });
  });

  it('lets one network begin 60 times in a minute, and then makes it wait', async () => {
    const browser = bench.browser();
    const codes: string[] = [];
    for (let time = 0; time < 61; time += 1) codes.push(codeOf(await browser.ask<DoorPayload>(BEGIN)));
    expect(codes.at(-1)).toBe('SIGN_IN_DELAYED');
    expect(codes.filter((code) => code === 'DONE').length).toBeLessThanOrEqual(60);
  });
});
