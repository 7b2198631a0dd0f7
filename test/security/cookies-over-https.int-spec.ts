import { request as httpRequest } from 'node:http';
import { attackedProcess, type AttackedProcess } from './support/attacked-process';

const SERVED = 'https://tonggong.example';
const TRUSTED = '127.0.0.1';
const STRANGER = '127.0.0.2';

const SIGN_IN =
  'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { viewer { role } userErrors { code } } }';
const SIGN_OUT = 'mutation { signOut { signedOut } }';
const VIEWER = '{ viewer { role } }';
const BEGIN = 'mutation { beginPasskeySignIn { request userErrors { code } } }';

interface Heard {
  readonly status: number;
  readonly cookies: readonly string[];
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

interface Asked {
  readonly variables?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** The caller's own address: the proxy's, or a stranger's. */
  readonly from?: string;
}

/** Sends one document from an address of this machine's loopback network. */
function ask(
  baseUrl: string,
  query: string,
  { variables = {}, headers = {}, from = TRUSTED }: Asked = {},
): Promise<Heard> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      {
        hostname,
        port,
        localAddress: from,
        agent: false,
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json', ...headers },
      },
      (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            cookies: incoming.headers['set-cookie'] ?? [],
            text: Buffer.concat(parts).toString(),
            headers: incoming.headers,
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(JSON.stringify({ query, variables }));
  });
}

/** Name of a cookie, and its attributes in lower case; its age does not matter here. */
function partsOf(setCookie: string): { name: string; attributes: string[] } {
  const [pair = '', ...attributes] = setCookie.split(';').map((part) => part.trim());
  const kept = attributes.map((one) => one.toLowerCase()).filter((one) => !/^(max-age|expires)=/.test(one));
  return { name: pair.slice(0, pair.indexOf('=')), attributes: kept.sort() };
}

const inIt = (setCookie: string | undefined): string => setCookie?.split(';')[0] ?? '';

/** What a proxy, or somebody who plays one, may say of the request. */
const SAYINGS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['nothing', {}],
  ['that it came over http', { 'x-forwarded-proto': 'http' }],
  ['that it came over https', { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' }],
  ['another host', { 'x-forwarded-host': 'evil.example', host: 'evil.example' }],
];

describe('cookies of a platform that is served over https behind a proxy', () => {
  let secure: AttackedProcess;

  beforeAll(async () => {
    secure = await attackedProcess({ SERVED_ORIGIN: SERVED, TRUSTED_PROXIES: TRUSTED, SECOND_FACTOR: 'offered' });
  }, 240_000);

  afterAll(() => secure.close());

  const signIn = (asked: Asked = {}): Promise<Heard> =>
    ask(secure.baseUrl, SIGN_IN, { variables: secure.caseworker, ...asked });

  it.each(
    SAYINGS.flatMap(([what, headers]) =>
      (
        [
          ['the proxy', TRUSTED],
          ['a stranger', STRANGER],
        ] as const
      ).map(([who, from]) => [who, what, headers, from] as const),
    ),
  )(
    'are __Host-, Secure, HttpOnly, SameSite=Lax and for no other host, when %s says %s',
    async (_, __, headers, from) => {
      const { cookies, headers: answered } = await signIn({ headers, from });
      expect(cookies.map(partsOf)).toEqual(
        ['__Host-sid', '__Host-device'].map((name) => ({
          name,
          attributes: ['httponly', 'path=/', 'samesite=lax', 'secure'],
        })),
      );
      expect(answered['strict-transport-security']).toContain('max-age=31536000');
    },
  );

  it('open under that name alone: a plain one, which another host of the domain could plant, opens nothing', async () => {
    const [sid] = (await signIn()).cookies;
    const value = inIt(sid).replace('__Host-sid=', '');
    const viewer = async (cookie: string): Promise<string> =>
      (await ask(secure.baseUrl, VIEWER, { headers: { cookie } })).text;
    expect(await viewer(`__Host-sid=${value}`)).toContain('CASEWORKER');
    for (const name of ['sid', '__Secure-sid', '__host-sid', 'Host-sid'])
      expect(await viewer(`${name}=${value}`)).toBe('{"data":{"viewer":null}}\n');
  });

  it('are taken away under the same name and attributes', async () => {
    const [sid] = (await signIn()).cookies;
    const { cookies } = await ask(secure.baseUrl, SIGN_OUT, { headers: { cookie: inIt(sid) } });
    expect(cookies.map(partsOf)).toEqual([
      { name: '__Host-sid', attributes: ['httponly', 'path=/', 'samesite=lax', 'secure'] },
    ]);
    expect(inIt(cookies[0])).toBe('__Host-sid=');
    expect((await ask(secure.baseUrl, VIEWER, { headers: { cookie: inIt(sid) } })).text).toContain('"viewer":null');
  });

  it.each([
    ['another site', 'https://evil.example'],
    ['the same host without TLS', 'http://tonggong.example'],
    ['another port', 'https://tonggong.example:8443'],
    ['a neighbour', 'https://www.tonggong.example'],
    ['a page without an address', 'null'],
    ['the machine itself', 'http://localhost:3000'],
  ])('serve no page of %s, whatever the proxy or anybody says of the host', async (_, origin) => {
    const [sid] = (await signIn()).cookies;
    const forged = { cookie: inIt(sid), origin };
    const { host } = new URL(origin === 'null' ? SERVED : origin);
    for (const headers of [
      forged,
      { ...forged, host },
      { ...forged, 'x-forwarded-host': host, 'x-forwarded-proto': 'https' },
    ])
      for (const from of [TRUSTED, STRANGER]) {
        const { status, text, cookies } = await ask(secure.baseUrl, SIGN_OUT, { headers, from });
        expect([status, text, cookies]).toEqual([403, expect.stringContaining('FORBIDDEN'), []]);
      }
    const stays = await ask(secure.baseUrl, VIEWER, { headers: { cookie: inIt(sid), origin: SERVED } });
    expect(stays.text).toContain('CASEWORKER');
  });

  it('believe the caller’s address from the proxy alone: a stranger gets round no count by making addresses up', async () => {
    const begin = async (n: number, from: string): Promise<string> => {
      const headers = { 'x-forwarded-for': `198.51.100.${n}` };
      return (await ask(secure.baseUrl, BEGIN, { headers, from })).text;
    };
    const [byProxy, byStranger]: string[][] = [[], []];
    for (let n = 0; n < 61; n += 1) {
      byProxy?.push(await begin(n, TRUSTED));
      byStranger?.push(await begin(n, STRANGER));
    }
    expect(byProxy?.filter((text) => text.includes('SIGN_IN_DELAYED'))).toEqual([]);
    expect(byStranger?.at(-1)).toContain('SIGN_IN_DELAYED');
  });
});

describe('cookies of a platform that is served on this machine', () => {
  let plain: AttackedProcess;

  beforeAll(async () => {
    plain = await attackedProcess();
  }, 240_000);

  afterAll(() => plain.close());

  it.each(SAYINGS)('are plain, HttpOnly and SameSite=Lax, though somebody says %s', async (_, headers) => {
    const { cookies, headers: answered } = await ask(plain.baseUrl, SIGN_IN, {
      variables: plain.caseworker,
      headers,
      from: STRANGER,
    });
    expect(cookies.map(partsOf)).toEqual(
      ['sid', 'device'].map((name) => ({ name, attributes: ['httponly', 'path=/', 'samesite=lax'] })),
    );
    expect(answered['strict-transport-security']).toBeUndefined();
  });
});
