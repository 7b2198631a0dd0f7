import { randomUUID } from 'node:crypto';
import type { Answer, TestCaller } from '#testing/api';
import { attackedApi, type AttackedApi } from './support/attacked-api';

/** Fields that look something up by an id, and what they would show of it. */
const BY_ID: readonly (readonly [table: string, document: string])[] = [
  [
    'client',
    'query ($id: ID!) { client(id: $id) { id fileNumber referrals { id } placements { id } consents { id } } }',
  ],
  ['client', 'query ($id: ID!) { matchesForClient(clientId: $id, first: 3) { score } }'],
  ['client', 'query ($id: ID!) { nearMissesForClient(clientId: $id, first: 3) { score } }'],
  ['client', 'query ($id: ID!) { referrals(filter: { clientId: $id }) { totalCount edges { node { id } } } }'],
  ['referral', 'query ($id: ID!) { referral(id: $id) { id status client { id fileNumber } position { id } } }'],
];

const MUTATIONS_BY_ID: readonly (readonly [table: string, document: string])[] = [
  [
    'placement',
    'mutation ($id: ID!, $key: UUID!) { endPlacement(id: $id, endedOn: "2026-01-01", reason: OTHER, idempotencyKey: $key) { placement { id } userErrors { code } } }',
  ],
  [
    'referral',
    'mutation ($id: ID!, $key: UUID!) { withdrawReferral(id: $id, reason: OTHER, idempotencyKey: $key) { referral { id } userErrors { code } } }',
  ],
];

/** Values that have broken parsers, dates and databases elsewhere. */
const HOSTILE = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e',
  "' or 1=1 --",
  '%',
  '_',
  '\\',
  '$1',
  '${7*7}',
  '{{7*7}}',
  '../../etc/passwd',
  'x'.repeat(20_000),
  '１２３',
  '',
] as const;

describe('attacks by values', () => {
  let api: AttackedApi;
  let caseworker: TestCaller;

  beforeAll(async () => {
    api = await attackedApi('off');
    caseworker = await api.caseworker();
  });

  afterAll(() => api.close());

  const codes = ({ errors }: Answer): string[] => errors.map(({ extensions }) => extensions.code);

  /** A row that she may not see: it belongs to another caseworker's client. */
  const foreign = (table: string): Promise<string> =>
    api.value(
      `select t.id as value from ${table} t join client c on c.id = ${table === 'client' ? 't.id' : 't.client_id'}
        where c.caseworker_membership_id <> (select m.id from membership m join user_account a on a.id = m.account_id
                                              where m.role = 'CASEWORKER' and a.login = $1) limit 1`,
      [api.caseworkerLogin],
    );

  it.each([...BY_ID, ...MUTATIONS_BY_ID])(
    'tells nobody which ids of a foreign %s exist: %s',
    async (table, document) => {
      const id = await foreign(table);
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      const ask = async (one: string): Promise<string> => {
        const answer = await caseworker.ask(
          document,
          document.includes('$key') ? { id: one, key: randomUUID() } : { id: one },
        );
        return JSON.stringify(answer);
      };
      const hit = await ask(id);
      expect(hit).toBe(await ask(randomUUID()));
      expect(hit).not.toContain(id);
    },
  );

  it('finds nobody by the file number, or by a filter, that belongs to another caseworker', async () => {
    const id = await foreign('client');
    const fileNumber = await api.value('select file_number as value from client where id = $1', [id]);
    const township = await api.value('select township as value from client where id = $1', [id]);
    const found = async (filter: object): Promise<unknown[]> => {
      const { data } = await caseworker.ask(
        'query ($filter: ClientFilter) { clients(first: 100, filter: $filter) { totalCount edges { node { id } } } }',
        { filter },
      );
      const { edges, totalCount } = data?.['clients'] as { edges: { node: { id: string } }[]; totalCount: number };
      expect(totalCount).toBeGreaterThanOrEqual(edges.length);
      return edges.map(({ node }) => node.id);
    };
    expect(await found({ search: fileNumber })).toEqual([]);
    expect(await found({ township })).not.toContain(id);
    const own = await api.value(
      `select c.file_number as value from client c join membership m on m.id = c.caseworker_membership_id
         join user_account a on a.id = m.account_id where a.login = $1 limit 1`,
      [api.caseworkerLogin],
    );
    expect(await found({ search: own })).toHaveLength(1);
  });

  it.each(HOSTILE.map((value) => [JSON.stringify(value).slice(0, 40), value]))(
    'answers %s in a search or an id with an empty list or a refusal, never with a fault',
    async (_name, value) => {
      const answers = [
        await caseworker.ask('query ($s: String) { clients(filter: { search: $s }) { totalCount } }', { s: value }),
        await caseworker.ask('query ($s: String) { clients(filter: { township: $s }) { totalCount } }', { s: value }),
        await caseworker.ask('query ($s: String) { positions(filter: { search: $s }) { totalCount } }', { s: value }),
        await caseworker.ask('query ($s: ID!) { client(id: $s) { id } }', { s: value }),
        await caseworker.ask('query ($s: String) { clients(after: $s) { totalCount } }', { s: value }),
      ];
      for (const answer of answers) {
        expect(answer.status).toBeLessThan(500);
        expect(codes(answer).filter((code) => code !== 'MALFORMED')).toEqual([]);
      }
    },
  );

  it.each([
    ['zero', 0],
    ['less than nothing', -1],
    ['more than a page', 101],
    ['more than an integer', 2 ** 31],
    ['a fraction', 1.5],
    ['a text', '1'],
    ['a list', [1]],
    ['an object', { first: 1 }],
  ])('refuses a page of %s', async (_name, first) => {
    const answer = await caseworker.ask('query ($n: Int) { clients(first: $n) { totalCount } }', { n: first });
    expect(codes(answer)).toEqual(['MALFORMED']);
  });

  it.each(['0000-00-00', '2026-02-30', '9999-99-99', '+275760-09-13', '1e400', '-infinity', 'now', 'epoch', ''])(
    'refuses the day %s',
    async (day) => {
      const document = `mutation ($d: Date!, $key: UUID!) { endPlacement(id: "${randomUUID()}", endedOn: $d, reason: OTHER, idempotencyKey: $key) { userErrors { code } } }`;
      expect(codes(await caseworker.ask(document, { d: day, key: randomUUID() }))).toEqual(['MALFORMED']);
    },
  );

  it.each([
    ['types within types', `{ __schema { types { fields { type { fields { type { name } } } } } } }`],
    ['types in a circle', `{ __type(name: "Query") { fields { type { ofType { ofType { ofType { name } } } } } } }`],
    ['directives that nobody knows', `{ viewer @a @b @c @d @e { role } }`],
    ['the same directive again and again', `{ viewer { role ${'@skip(if: false) '.repeat(7)} } }`],
    ['a field a thousand times', `{ viewer { ${'role '.repeat(2_000)} } }`],
    ['two operations', 'query A { viewer { role } } query B { viewer { role } }'],
    ['a subscription', 'subscription { viewer { role } }'],
    ['two mutations in one', 'mutation { a: signOut b: signOut }'],
    ['a fragment that includes itself', '{ viewer { ...A } } fragment A on Viewer { ...A }'],
    ['an argument twice', '{ clients(first: 1, first: 100) { totalCount } }'],
    ['a variable in its own default', 'query ($a: Int = $a) { clients(first: $a) { totalCount } }'],
  ])('refuses %s', async (_name, document) => {
    const { status, data, errors } = await caseworker.ask(document);
    expect(status).toBe(400);
    expect(data).toBeNull();
    expect(errors.length).toBeLessThanOrEqual(3);
    expect(JSON.stringify(errors)).not.toMatch(/Did you mean|Viewer|signOut/);
  });

  it('answers a field once however often it is named, and knows no tracing', async () => {
    const { data } = await caseworker.ask(`{ viewer { ${'role '.repeat(700)} } }`);
    expect(data).toEqual({ viewer: { role: 'CASEWORKER' } });
    for (const header of ['apollo-tracing', 'apollo-federation-include-trace', 'x-apollo-tracing']) {
      const { text } = await api.send(
        'POST',
        '/graphql',
        { 'content-type': 'application/json', [header]: 'ftv1' },
        JSON.stringify({ query: '{ __typename }', extensions: { tracing: true } }),
      );
      expect(text).toBe('{"data":{"__typename":"Query"}}\n');
    }
  });
});
