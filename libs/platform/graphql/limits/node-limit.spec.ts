import { buildSchema, Kind, parse, type FragmentDefinitionNode } from 'graphql';
import { nodeCount, NODE_LIMIT, refuseTooManyNodes, type CountedOperation } from './node-limit';

const schema = buildSchema(`
  type Query { clients(first: Int): ClientConnection! skills: [Skill!]! viewer: Client }
  type ClientConnection { edges: [ClientEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type ClientEdge { node: Client! cursor: String! }
  type PageInfo { hasNextPage: Boolean! }
  type Client { id: ID! skills: [Skill!]! referrals(first: Int): ReferralConnection! }
  type ReferralConnection { edges: [ReferralEdge!]! }
  type ReferralEdge { node: Referral! }
  type Referral { id: ID! client: Client }
  type Skill { code: String! }
`);

function counted(text: string, variables: Record<string, unknown> = {}): CountedOperation {
  const { definitions } = parse(text);
  const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('There is no operation.');
  const fragments = definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION);
  return { schema, operation, fragments: new Map(fragments.map((one) => [one.name.value, one])), variables };
}

const page = (first: string, row: string): string => `clients(first: ${first}) { edges { node { ${row} } } }`;

describe('the count of objects an answer may hold', () => {
  it.each([
    ['{ viewer { id } }', 1],
    ['{ skills { code } }', 5],
    [`{ ${page('100', 'id')} }`, 100],
    [`{ ${page('10', 'id skills { code }')} }`, 60],
    [`{ ${page('10', 'referrals(first: 5) { edges { node { client { id } } } }')} }`, 110],
    ['{ clients { pageInfo { hasNextPage } totalCount } }', 0],
    ['{ clients { edges { node { id } } } }', 20],
    ['{ ...A ...A } fragment A on Query { viewer { id } }', 2],
  ])('counts %s as %i', (text, count) => {
    expect(nodeCount(counted(text))).toBe(count);
  });

  it('reads the size of a page from a variable, and takes nonsense for a usual page', () => {
    const text = `query ($n: Int) { ${page('$n', 'id')} }`;
    expect(nodeCount(counted(text, { n: 7 }))).toBe(7);
    expect(nodeCount(counted(text, { n: -1_000_000 }))).toBe(20);
    expect(nodeCount(counted(text))).toBe(20);
  });

  it('takes an operation at the limit and refuses one more', () => {
    const nested = (first: number): string =>
      `{ ${page('50', `referrals(first: ${first}) { edges { node { id } } }`)} }`;
    expect(nodeCount(counted(nested(39)))).toBe(NODE_LIMIT);
    expect(() => refuseTooManyNodes(counted(nested(39)))).not.toThrow();
    expect(() => refuseTooManyNodes(counted(nested(40)))).toThrow('too much at once');
  });
});
