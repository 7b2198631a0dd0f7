import type { TestCaller } from '#testing/api';
import { attackedApi, type AttackedApi, type RawAnswer } from './support/attacked-api';

const JSON_TYPE = { 'content-type': 'application/json' };
const VIEWER = JSON.stringify({ query: '{ viewer { role } }' });
const NOBODY = '{"data":{"viewer":null}}\n';
const EVIL = 'https://evil.example';

describe('attacks on HTTP', () => {
  let api: AttackedApi;
  let caseworker: TestCaller;

  beforeAll(async () => {
    api = await attackedApi('off');
    caseworker = await api.caseworker();
  });

  afterAll(() => api.close());

  const post = (body: string | Buffer, headers: Record<string, string> = JSON_TYPE): Promise<RawAnswer> =>
    api.send('POST', '/graphql', headers, body);

  it.each(['TRACE', 'PROPFIND', 'PROPPATCH', 'MKCOL', 'COPY', 'MOVE', 'LOCK', 'SEARCH', 'REPORT', 'PURGE', 'LINK'])(
    'answers %s nowhere',
    async (method) => {
      for (const address of ['/graphql', '/', '/files', '/health/live', '/live']) {
        const { status, text } = await api.send(method, address, JSON_TYPE);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
        expect(text).not.toContain('"data"');
      }
    },
  );

  it.each(['x-http-method-override', 'x-http-method', 'x-method-override'])(
    'does not let %s turn a GET into a question',
    async (header) => {
      const { status } = await api.send('GET', '/graphql?query=%7B__typename%7D', { [header]: 'POST', ...JSON_TYPE });
      expect(status).toBe(405);
    },
  );

  it('changes nothing by GET: neither a mutation nor a question in the address is read', async () => {
    const mutation = encodeURIComponent('mutation { signOut }');
    for (const method of ['GET', 'HEAD']) {
      const { status } = await api.send(method, `/graphql?query=${mutation}`, { cookie: caseworker.cookie() ?? '' });
      expect(status).toBe(405);
    }
    expect((await caseworker.ask('{ viewer { role } }')).data).toEqual({ viewer: { role: 'CASEWORKER' } });
  });

  it.each([
    '/graphql/',
    '//graphql',
    '/./graphql',
    '/x/../graphql',
    '/GRAPHQL',
    '/graphql%00',
    '/graphql;x=1',
    '/graphql%2f',
    '/%2e/graphql',
  ])('holds its rules where the address is written %s', async (address) => {
    const deep = JSON.stringify({ query: `{ ${'a{'.repeat(20)}a${'}'.repeat(20)} }` });
    const answers = [
      await api.send('POST', address, { 'content-type': 'text/plain' }, VIEWER),
      await api.send('POST', address, { ...JSON_TYPE, origin: EVIL }, VIEWER),
      await api.send('POST', address, JSON_TYPE, deep),
      await api.send('GET', `${address}?query=%7B__typename%7D`, {}),
    ];
    for (const { status, text } of answers) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(text).not.toContain('"data":{');
    }
  });

  it.each([
    '/assets/../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/%252e%252e%252fpackage.json',
    '/assets/%c0%ae%c0%ae/package.json',
    '/assets/....//....//package.json',
    '/assets//etc/passwd',
    '/assets/%00',
    '/package.json',
    '/.env',
    '/.git/config',
    '/dist/apps/api/main.js',
    '/libs/contract/trusted-documents.json',
    '/%',
    '/%zz',
  ])('gives no file for %s', async (address) => {
    const { status, text } = await api.send('GET', address, {});
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/"name": "tonggong"|root:|"sha256:/);
  });

  it.each([
    ['another host', { host: 'evil.example' }],
    ['another host as a proxy may say it', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }],
    ['a forwarded header', { forwarded: 'host=evil.example;proto=https' }],
  ])('never takes its own address from %s, and never repeats it', async (_name, headers) => {
    const lured = await post(VIEWER, { ...JSON_TYPE, ...headers, origin: EVIL });
    expect(lured.status).toBe(403);
    for (const answer of [
      lured,
      await post(VIEWER, { ...JSON_TYPE, ...headers }),
      await api.send('GET', '/', { ...headers, accept: 'text/html' }),
      await api.send('GET', '/graphql/', headers),
    ])
      expect(`${answer.text}${JSON.stringify(answer.headers)}`).not.toContain('evil.example');
  });

  it('gives other pages no leave to ask: a preflight is refused and carries no word of it', async () => {
    const asked = {
      origin: EVIL,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    };
    for (const address of ['/graphql', '/files', '/live', '/imports']) {
      const { status, headers } = await api.send('OPTIONS', address, asked);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  it.each(['/graphql', '/', '/files', '/live', '/health/live', '/health/ready', '/assets/none.js', '/nowhere'])(
    'tells browsers not to guess what %s holds, whatever it answers',
    async (address) => {
      for (const method of ['GET', 'POST']) {
        const { headers } = await api.send(method, address, {});
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(headers['x-frame-options']).toBe('DENY');
        expect(headers['content-security-policy']).toContain("default-src 'none'");
        expect(headers['x-powered-by']).toBeUndefined();
        expect(headers['server']).toBeUndefined();
      }
    },
  );

  it('answers a stranger who sends a file before the file has come, and she can read it', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'x-tonggong-upload': '1' };
    const { status, text, headers: answered } = await api.send('POST', '/files', headers, Buffer.alloc(5_000_000, 'a'));
    expect(status).toBe(401);
    expect(JSON.parse(text)).toMatchObject({ code: 'NOT_AUTHENTICATED' });
    expect(answered.connection).toBe('close');
  });

  it('counts brackets before it parses: 64 are read, 65 are refused by name, brackets inside texts are none', async () => {
    const nested = (depth: number): string =>
      `{"query":"{ viewer { role } }","variables":{"a":${'['.repeat(depth - 2)}${']'.repeat(depth - 2)}}}`;
    expect((await post(nested(64))).text).toBe(NOBODY);
    const refused = await post(nested(65));
    expect(refused.status).toBe(400);
    expect(JSON.parse(refused.text)).toEqual({
      errors: [
        {
          message: 'The request asks for too much at once.',
          extensions: { code: 'LIMIT_EXCEEDED', limit: 'brackets', most: 64 },
        },
      ],
    });
    const inText = JSON.stringify({ query: `{ viewer { role } } # "${'[{'.repeat(500)}`, variables: {} });
    expect((await post(inText)).text).toBe(NOBODY);
  });

  it('refuses headers beyond 16 KiB and goes on', async () => {
    const answered = await post(VIEWER, { ...JSON_TYPE, 'x-more': 'x'.repeat(20_000) }).then(
      ({ status }) => status,
      () => 'cut off while it was still sent',
    );
    expect([431, 'cut off while it was still sent']).toContain(answered);
    expect((await post(VIEWER)).text).toBe(NOBODY);
  });

  it('takes a cookie of any kind for nobody', async () => {
    for (const cookie of [
      'sid=',
      'sid=x',
      `sid=${'a'.repeat(4_000)}`,
      'sid=%00',
      'sid[]=1',
      '__Host-sid=x; sid=y',
      ';;;=',
    ]) {
      const { status, text } = await post(VIEWER, { ...JSON_TYPE, cookie });
      expect({ status, text }).toEqual({ status: 200, text: NOBODY });
    }
  });

  it.each([
    ['a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(VIEWER)])],
    ['UTF-16', Buffer.from(VIEWER, 'utf16le')],
    ['UTF-16 with a byte order mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(VIEWER, 'utf16le')])],
    ['UTF-8 that is none', Buffer.concat([Buffer.from('{"query":"{ a'), Buffer.from([0xff, 0xfe, 0x80])])],
    ['a prototype beside the question', '{"query":"{ __typename }","__proto__":{"isAdministrator":true}}'],
    ['a prototype among the variables', '{"query":"{ __typename }","variables":{"__proto__":{"first":1}}}'],
    [
      'a constructor’s prototype among the variables',
      '{"query":"{ __typename }","variables":{"constructor":{"prototype":{"first":1}}}}',
    ],
  ])('answers %s with nothing but a refusal or the plain answer, and is the same afterwards', async (_name, body) => {
    const { status, text } = await post(body);
    expect([200, 400]).toContain(status);
    if (status === 200) expect(['{"data":{"__typename":"Query"}}\n', NOBODY]).toContain(text);
    expect(({} as Record<string, unknown>)['isAdministrator']).toBeUndefined();
    expect(({} as Record<string, unknown>)['first']).toBeUndefined();
    expect((await post(VIEWER)).text).toBe(NOBODY);
  });

  it('measures the question that it answers where a key is there twice', async () => {
    const deep = `{ ${'a{'.repeat(20)}a${'}'.repeat(20)} }`;
    const plain = '{ __typename }';
    const twice = (one: string, two: string): string =>
      `{"query":${JSON.stringify(one)},"query":${JSON.stringify(two)}}`;
    expect((await post(twice(plain, deep))).status).toBe(400);
    expect((await post(twice(deep, plain))).text).toBe('{"data":{"__typename":"Query"}}\n');
  });
});
