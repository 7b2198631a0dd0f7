import { randomUUID } from 'node:crypto';
import { sessionHash } from '#platform/auth/sessions';
import { testApi } from '#testing/api';
import { PASSWORD, providerBench, type DoorPayload, type ProviderBench } from './support/provider-bench';
import { PlainBrowser } from './support/provider-stage';

const VIEWER = '{ viewer { role } }';
const OWN = '{ ownAccount { providerLink { linkedAt lastUsedAt } } }';
const UNLINK = 'mutation ($key: UUID!) { unlinkProvider(idempotencyKey: $key) { userErrors { code } } }';
const MEMBERS = '{ members(first: 100) { edges { node { id login role providerLinkedAt isOwn } } } }';
const UNLINK_MEMBER = `mutation ($id: ID!, $key: UUID!) {
  unlinkMemberProvider(id: $id, idempotencyKey: $key) { member { providerLinkedAt } userErrors { code } } }`;

interface Own {
  readonly providerLink: { readonly linkedAt: string; readonly lastUsedAt: string | null } | null;
}

interface MemberNode {
  readonly id: string;
  readonly login: string;
  readonly providerLinkedAt: string | null;
}

describe('a link to the sign-in provider', () => {
  let bench: ProviderBench;

  beforeAll(async () => {
    bench = await providerBench();
  }, 120_000);

  afterAll(() => bench.close());

  const codeOf = ({ userErrors }: DoorPayload): string => userErrors[0]?.code ?? 'DONE';
  const send = (browser: PlainBrowser, call: string, variables: object = {}): Promise<DoorPayload> =>
    browser.ask<DoorPayload>(call, { ...variables, key: randomUUID() });
  const ages = (browser: PlainBrowser): Promise<unknown> =>
    bench.database.admin.query(`update session set proved_at = now() - interval '301 seconds' where id_hash = $1`, [
      sessionHash(browser.jar.get('sid') ?? ''),
    ]);
  const actions = async (login: string): Promise<string[]> =>
    (
      await bench.database.admin.query<{ action: string }>(
        `select action from audit_entry where subject_id = (select id from user_account where login = $1)
           and action like 'account.provider%' order by occurred_at, id`,
        [login],
      )
    ).rows.map(({ action }) => action);

  it('is made by its owner, under a fresh proof of identity, and keeps nothing by which the provider knows her', async () => {
    const seat = await bench.seat('trainer');
    await ages(seat);
    expect(codeOf(await bench.beginLink(seat))).toBe('STEP_UP_REQUIRED');
    const fresh = await bench.seat('trainer');
    expect((await fresh.ask<Own>(OWN)).providerLink).toBeNull();
    expect(await bench.link(fresh, 'luo.qing@example.org')).toBe('/account?provider=linked');
    expect((await fresh.ask<Own>(OWN)).providerLink).toMatchObject({ lastUsedAt: null });
    const browser = bench.browser();
    expect(await bench.enter(browser, 'luo.qing@example.org')).toBe('/');
    expect((await browser.ask<Own>(OWN)).providerLink?.lastUsedAt).not.toBeNull();
    const { rows } = await bench.database.admin.query<{ text: string }>('select l::text as text from provider_link l');
    expect(rows.map(({ text }) => text).join()).not.toContain('luo.qing');
    expect(await actions('trainer')).toEqual(['account.provider-linked']);
  });

  it('is no client’s: she has doors of her own', async () => {
    expect(codeOf(await bench.beginLink(await bench.seat('client')))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(await bench.beginLink(bench.browser()))).toBe('NOT_AUTHENTICATED');
  });

  it('is made in the very session in which it was begun', async () => {
    const links = await bench.count('provider_link');
    const seat = await bench.seat('fund');
    const { url } = await bench.beginLink(seat);
    const back = await seat.atProvider(url ?? '', 'of-fund');
    const flow = seat.jar.get('provider') ?? '';
    for (const login of [null, 'fund', 'finance']) {
      const other = login === null ? bench.browser() : await bench.seat(login);
      other.jar.set('provider', flow);
      expect((await other.home(back)).location).toBe('/sign-in?provider=over');
    }
    expect(await bench.count('provider_link')).toBe(links);
  });

  it('is not made with somebody else’s answer: another browser’s cookie does not fit its state', async () => {
    const links = await bench.count('provider_link');
    const stranger = await bench.seat('hr');
    const back = await stranger.atProvider((await bench.beginLink(stranger)).url ?? '', 'of-a-stranger');
    const victim = await bench.seat('hr2');
    expect((await victim.home(back)).location).toBe('/account?provider=over');
    await bench.beginLink(victim);
    expect((await victim.home(back)).location).toBe('/account?provider=refused');
    expect(await bench.count('provider_link')).toBe(links);
  });

  it('leads one identity to one account: of two that ask at once one gets it, and the other is told and gets nothing', async () => {
    const links = await bench.count('provider_link');
    const seats = await Promise.all(['supervisor', 'supervisor2'].map((login) => bench.seat(login)));
    const backs: string[] = [];
    for (const seat of seats) backs.push(await seat.atProvider((await bench.beginLink(seat)).url ?? '', 'shared'));
    const went = await Promise.all(seats.map(async (seat, at) => (await seat.home(backs[at] ?? '')).location));
    expect([...went].sort()).toEqual(['/account?provider=linked', '/account?provider=taken']);
    expect(await bench.count('provider_link')).toBe(links + 1);
    const loser = went[0] === '/account?provider=taken' ? 'supervisor' : 'supervisor2';
    expect(await actions(loser)).toEqual(['account.provider-not-linked']);
    expect(await bench.link(await bench.seat(loser), 'shared')).toBe('/account?provider=taken');
    expect(await bench.count('provider_link')).toBe(links + 1);
  });

  it('is one for each account', async () => {
    const seat = await bench.seat('mentor');
    const earlier = await bench.seat('mentor');
    const back = await earlier.atProvider((await bench.beginLink(earlier)).url ?? '', 'mentor-elsewhere');
    expect(await bench.link(seat, 'of-mentor')).toBe('/account?provider=linked');
    expect(codeOf(await bench.beginLink(seat))).toBe('PROVIDER_LINKED');
    expect((await earlier.home(back)).location).toBe('/account?provider=already');
    expect(await bench.enter(bench.browser(), 'mentor-elsewhere')).toBe('/sign-in?provider=refused');
  });

  it('is taken away by its owner, under a fresh proof, and opens nothing from then on', async () => {
    const seat = await bench.seat('base');
    expect(codeOf(await send(seat, UNLINK))).toBe('WRONG_STATE');
    expect(await bench.link(seat, 'of-base')).toBe('/account?provider=linked');
    await ages(seat);
    expect(codeOf(await send(seat, UNLINK))).toBe('STEP_UP_REQUIRED');
    expect(await bench.enter(bench.browser(), 'of-base')).toBe('/');
    expect(codeOf(await send(await bench.seat('base'), UNLINK))).toBe('DONE');
    expect(await bench.enter(bench.browser(), 'of-base')).toBe('/sign-in?provider=refused');
    expect(await actions('base')).toEqual(['account.provider-linked', 'account.provider-unlinked']);
  });

  it('is seen and undone by an administrator, which ends what it opened; nobody else undoes it', async () => {
    expect(await bench.link(await bench.seat('caseworker'), 'of-caseworker')).toBe('/account?provider=linked');
    const opened = bench.browser();
    expect(await bench.enter(opened, 'of-caseworker')).toBe('/');
    const administrator = await bench.seat('administrator');
    const { edges } = await administrator.ask<{ edges: { node: MemberNode }[] }>(MEMBERS);
    const of = (login: string): MemberNode | undefined => edges.find(({ node }) => node.login === login)?.node;
    expect(of('caseworker')?.providerLinkedAt).not.toBeNull();
    expect(of('caseworker2')?.providerLinkedAt).toBeNull();
    const id = of('caseworker')?.id ?? '';
    expect(codeOf(await send(await bench.seat('supervisor'), UNLINK_MEMBER, { id }))).toBe('FORBIDDEN');
    expect(codeOf(await send(administrator, UNLINK_MEMBER, { id: of('administrator')?.id }))).toBe('OWN_MEMBERSHIP');
    expect(codeOf(await send(administrator, UNLINK_MEMBER, { id: of('caseworker2')?.id }))).toBe('WRONG_STATE');
    expect(await opened.ask(VIEWER)).toEqual({ role: 'CASEWORKER' });
    expect(codeOf(await send(administrator, UNLINK_MEMBER, { id }))).toBe('DONE');
    expect(await opened.ask(VIEWER)).toBeNull();
    expect(await bench.enter(bench.browser(), 'of-caseworker')).toBe('/sign-in?provider=refused');
  });

  it('is nowhere where no provider is set up', async () => {
    const environment = { ...process.env };
    for (const name of Object.keys(bench.provider.environment)) delete process.env[name];
    const bare = await testApi({});
    try {
      const browser = new PlainBrowser(bare.baseUrl);
      expect(await browser.ask('{ signInProvider { label } }')).toBeNull();
      expect(
        codeOf(await browser.ask<DoorPayload>('mutation { beginProviderSignIn { url userErrors { code } } }')),
      ).toBe('PROVIDER_NOT_HERE');
      expect((await browser.home('/auth/provider/callback?code=x&state=y')).location).toBe('/sign-in?provider=over');
      const { userErrors } = await browser.ask<DoorPayload>(
        'mutation ($password: String!) { signIn(login: "auditor", password: $password) { userErrors { code } } }',
        { password: PASSWORD },
      );
      expect(userErrors).toEqual([]);
      expect(
        codeOf(
          await send(
            browser,
            'mutation ($key: UUID!) { beginProviderLink(idempotencyKey: $key) { userErrors { code } } }',
          ),
        ),
      ).toBe('PROVIDER_NOT_HERE');
    } finally {
      await bare.close();
      Object.assign(process.env, environment);
    }
  });
});
