import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { attackedApi, type AttackedApi, type RawAnswer } from './support/attacked-api';

const JSON_TYPE = { 'content-type': 'application/json' };
const MANIFEST = path.resolve(__dirname, '../../libs/contract/trusted-documents.json');

describe('attacks past the trusted documents', () => {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, string>;
  const named = Object.keys(manifest).find((id) => manifest[id]?.replace(/\s+/g, ' ').trim() === '{ __typename }');
  const liveness = `sha256:${named ?? 'missing'}`;
  let api: AttackedApi;

  beforeAll(async () => {
    api = await attackedApi('on');
  });

  afterAll(() => api.close());

  const post = (body: unknown, address = '/graphql'): Promise<RawAnswer> =>
    api.send('POST', address, JSON_TYPE, JSON.stringify(body));

  it('answers a known document by its id, with variables, without, and with null', async () => {
    expect(named).toBeDefined();
    for (const variables of [{}, undefined, null]) {
      const { status, text } = await post({ documentId: liveness, variables });
      expect({ status, text }).toEqual({ status: 200, text: '{"data":{"__typename":"Query"}}\n' });
    }
  });

  it.each(['/graphql', '/%67raphql', '/graph%71l', '/graphql?documentId=x'])(
    'does not answer a text of its own at %s',
    async (address) => {
      const { status, text } = await post({ query: '{ __typename }' }, address);
      expect(status).toBe(400);
      expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'UNKNOWN_DOCUMENT' } }] });
    },
  );

  it('answers the document that an id names, whatever text is sent beside it', async () => {
    const { text } = await post({ documentId: liveness, query: '{ viewer { role } }', operationName: 'Other' });
    expect(text).toBe('{"data":{"__typename":"Query"}}\n');
  });

  it.each([
    ['the hash of another text', `sha256:${createHash('sha256').update('{ viewer { role } }').digest('hex')}`],
    ['a name of every object', 'constructor'],
    ['a prototype', '__proto__'],
    ['a number', 7],
    ['a list', [liveness]],
    ['null', null],
    ['nothing', ''],
  ])('does not know a document by %s', async (_name, documentId) => {
    const { status, text } = await post({ documentId });
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'UNKNOWN_DOCUMENT' } }] });
  });

  it('registers no document by its hash', async () => {
    const query = '{ viewer { role } }';
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const persisted = { persistedQuery: { version: 1, sha256Hash } };
    expect((await post({ query, extensions: persisted })).status).toBe(400);
    expect((await post({ extensions: persisted })).status).toBe(400);
  });

  it.each([
    ['a list', []],
    ['a text', 'x'],
    ['a number', 7],
  ])('refuses variables that are %s', async (_name, variables) => {
    const { status } = await post({ documentId: liveness, variables });
    expect(status).toBe(400);
  });
});
