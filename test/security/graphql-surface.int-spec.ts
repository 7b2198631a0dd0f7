import { gzipSync } from 'node:zlib';
import type { TestCaller } from '#testing/api';
import { attackedApi, type AttackedApi, type RawAnswer } from './support/attacked-api';

const VIEWER = JSON.stringify({ query: '{ viewer { role } }' });
const JSON_TYPE = { 'content-type': 'application/json' };

describe('attacks on the GraphQL surface', () => {
  let api: AttackedApi;
  let caseworker: TestCaller;

  beforeAll(async () => {
    api = await attackedApi('off');
    caseworker = await api.caseworker();
  });

  afterAll(() => api.close());

  const post = (body: string | Buffer, headers: Record<string, string> = JSON_TYPE): Promise<RawAnswer> =>
    api.send('POST', '/graphql', headers, body);

  it('answers a plain question, so that the refusals below refuse something', async () => {
    const answer = await post(VIEWER);
    expect(answer).toMatchObject({ status: 200, text: '{"data":{"viewer":null}}\n' });
    const { status, data } = await caseworker.ask('{ viewer { role } }');
    expect({ status, data }).toEqual({ status: 200, data: { viewer: { role: 'CASEWORKER' } } });
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('refuses %s', async (method) => {
    const answer = await api.send(method, '/graphql?query=%7B__typename%7D', JSON_TYPE);
    expect([400, 404, 405]).toContain(answer.status);
    expect(answer.text).not.toContain('data');
  });

  it.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', { 'content-type': 'text/plain' }],
    ['a multipart form', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['no content type', {}],
    ['another JSON', { 'content-type': 'application/json-patch' }],
  ])('refuses a question sent as %s', async (_name, headers) => {
    expect((await post(VIEWER, headers as Record<string, string>)).status).toBe(415);
  });

  it('refuses a compressed body unread, a small one and a bomb', async () => {
    const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' };
    expect((await post(gzipSync(VIEWER), headers)).status).toBe(415);
    expect((await post(gzipSync('['.repeat(5_000_000)), headers)).status).toBe(415);
  });

  it('refuses questions from another page, and from a page without a name', async () => {
    for (const origin of ['https://example.org', 'null'])
      expect((await post(VIEWER, { ...JSON_TYPE, origin })).status).toBe(403);
  });

  it.each(['/%67raphql', '/graph%71l', '/graphql?x=1', '/%67%72%61phql?x'])(
    'holds its rules where the address is written %s',
    async (address) => {
      const asText = await api.send('POST', address, { 'content-type': 'text/plain' }, VIEWER);
      expect([404, 415]).toContain(asText.status);
      const deep = JSON.stringify({ query: `{ ${'a{'.repeat(20)}a${'}'.repeat(20)} }` });
      expect([400, 404]).toContain((await api.send('POST', address, JSON_TYPE, deep)).status);
    },
  );

  it.each([
    ['a batch', `[${VIEWER},${VIEWER}]`],
    ['a text that is no JSON', '{"query":'],
    ['a number', '7'],
    ['null', 'null'],
    ['a question that is no text', '{"query":{"a":1}}'],
    ['nothing but a hash of a document', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"ab"}}}'],
    ['an empty body', ''],
    ['JSON nested 20,000 deep', `{"query":"{__typename}","variables":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
  ])('refuses %s', async (_name, body) => {
    const { status } = await post(body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it('refuses a body beyond 64 KiB', async () => {
    expect((await post(JSON.stringify({ query: `{ viewer { role } } #${'x'.repeat(66_000)}` }))).status).toBe(413);
  });

  it.each([
    ['aliases', `{ ${Array.from({ length: 16 }, (_, i) => `x${i}: __typename`).join(' ')} }`],
    ['directives', `{ __typename ${'@include(if: true) '.repeat(7)} }`],
    ['tokens', `{ ${'__typename '.repeat(1_600)} }`],
    ['brackets', `{ ${'a{'.repeat(7_000)}a${'}'.repeat(7_000)} }`],
    ['depth', `{ viewer { ${'a{'.repeat(9)}a${'}'.repeat(9)} } }`],
    ['fragments', `{ ${'... on Query { __typename } '.repeat(21)} }`],
    ['variables', `query (${Array.from({ length: 31 }, (_, i) => `$v${i}: Int`).join(' ')}) { __typename }`],
  ])('refuses a flood of %s by name', async (limit, query) => {
    const { status, errors } = await caseworker.ask(query);
    expect(status).toBe(400);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toBe('The request asks for too much at once.');
    expect(errors[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit });
  });

  it('refuses pages inside pages beyond 2,000 objects, before anything is read', async () => {
    const pages = Array.from(
      { length: 15 },
      (_, i) => `x${i}: referrals(first: 100) { edges { node { id client { id } } } }`,
    );
    const { status, errors, data } = await caseworker.ask(`{ ${pages.join(' ')} }`);
    expect({ status, data }).toEqual({ status: 400, data: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit: 'nodes', most: 2_000 });
  });

  it.each([
    ['the schema', '{ __schema { types { name } } }'],
    ['a type', '{ __type(name: "Client") { name } }'],
    ['a field by a near name', '{ viewr { role } }'],
    ['a field of a type by a near name', '{ viewer { rol } }'],
    ['an argument by a near name', '{ clients(frst: 1) { totalCount } }'],
    ['a value of an enumeration', '{ referrals(filter: { status: [SENTT] }) { totalCount } }'],
  ])('says nothing about the schema when asked for %s', async (_name, query) => {
    const { status, errors } = await caseworker.ask(query);
    expect(status).toBe(400);
    expect(errors.length).toBeLessThanOrEqual(3);
    for (const error of errors)
      expect(error).toEqual({ message: 'The request is malformed.', extensions: { code: 'MALFORMED' } });
  });

  it('answers with three errors at most', async () => {
    const { errors } = await caseworker.ask('{ a b c d e f g h }');
    expect(errors).toHaveLength(3);
  });

  it.each([
    ['garbage', 'x'],
    ['an empty key', ''],
    ['a list of one', Buffer.from('["2026-01-01"]').toString('base64url')],
    ['a statement for an id', Buffer.from(`["2026-01-01","' or 1=1 --"]`).toString('base64url')],
    ['an object for a key', Buffer.from('[{"a":1},"00000000-0000-0000-0000-000000000000"]').toString('base64url')],
  ])('refuses a cursor that is %s', async (_name, after) => {
    const { errors } = await caseworker.ask(
      'query ($after: String) { clients(first: 2, after: $after) { totalCount } }',
      { after },
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['MALFORMED']);
  });

  it('sends no tracing, and tells browsers to run, frame and keep nothing', async () => {
    const { headers, text } = await post(VIEWER);
    expect(text).not.toContain('extensions');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('still answers after all of this', async () => {
    expect((await caseworker.ask('{ clients(first: 5) { totalCount } }')).errors).toEqual([]);
  });
});
