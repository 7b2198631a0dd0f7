import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, getNamedType, isListType, isNonNullType, type GraphQLOutputType } from 'graphql';
import { LISTS, OWN_LISTS, type ListOf } from './support/lists';
import { ListsStage, type Person } from './support/lists-stage';
import { MORE_LISTS, MORE_OWN_LISTS } from './support/more-lists';
import { ASKED_APART, NEWER_LISTS, NEWER_OWN_LISTS } from './support/newer-lists';

const PAGED = [...LISTS, ...MORE_LISTS, ...NEWER_LISTS];
const AT_ONCE = [...OWN_LISTS, ...MORE_OWN_LISTS, ...NEWER_OWN_LISTS];
const SCHEMA = path.resolve(__dirname, '../../libs/contract/schema.graphql');

const MATCHES = `query ($id: ID!) { matchesForClient(clientId: $id, first: 100) { position { id } } }`;
const NEAR_MISSES = `query ($id: ID!) { nearMissesForClient(clientId: $id, first: 100) { position { id } } }`;
const CLIENT_MATCHES = `query ($id: ID!) { matchesForPosition(positionId: $id, first: 100) { client { id } } }`;
const PARTICIPANTS = `query ($id: ID!) { sessionParticipants(sessionId: $id) { id } }`;
const positionsIn = (found: unknown): string[] =>
  (found as readonly { readonly position: { readonly id: string } }[]).map(({ position }) => position.id);
const clientsIn = (found: unknown): string[] =>
  (found as readonly { readonly client: { readonly id: string } }[]).map(({ client }) => client.id);

type Node = Readonly<Record<string, unknown>>;

interface Connection {
  readonly totalCount?: number;
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

describe('lists, counts, filters and cursors against an oracle of plain SQL', () => {
  let stage: ListsStage;
  let people: readonly Person[];
  const tally = { lists: 0, rows: 0, pages: 0 };

  beforeAll(async () => {
    stage = await ListsStage.open();
    people = stage.people;
  }, 240_000);

  afterAll(() => stage.close());

  /** In the order of the specification where it is told, else sorted by id: the order is nobody’s promise then. */
  const inOrder = (list: ListOf, ids: readonly string[]): string[] =>
    list.order === undefined ? [...ids].sort() : [...ids];

  const idsOf = (list: ListOf, nodes: readonly (Node | string)[]): string[] =>
    nodes.map((node) => (typeof node === 'string' ? node : String(node[list.key ?? 'id'])));

  /** Every row of a list, page by page, and the count that stands beside it. */
  async function walked(person: Person, list: ListOf, filter: string): Promise<{ ids: string[]; counts: Set<number> }> {
    const ids: string[] = [];
    const counts = new Set<number>();
    let after: string | null = null;
    do {
      const page = (await stage.asked(person, list.document(filter), { after })) as Connection;
      ids.push(
        ...idsOf(
          list,
          page.edges.map(({ node }) => node),
        ),
      );
      if (page.totalCount !== undefined) counts.add(page.totalCount);
      tally.pages += 1;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return { ids, counts };
  }

  it.each(PAGED.map((list) => [list.name, list] as const))(
    '%s gives each of its readers the rows of the oracle, page by page, with their count',
    async (_, list) => {
      let isEmptyForAll = true;
      for (const person of people.filter(({ role }) => list.readers[role] !== undefined)) {
        for (const [filter, narrowed] of [['', 'true'], ...(list.filters ?? [])] as const) {
          const ordered = list.order === undefined ? '' : ` order by ${list.order}`;
          const oracle = inOrder(
            list,
            await stage.meant(person, `${list.readers[person.role] ?? ''} and (${narrowed})${ordered}`),
          );
          const { ids, counts } = await walked(person, list, filter);
          expect({ login: person.login, filter, ids: inOrder(list, ids) }).toEqual({
            login: person.login,
            filter,
            ids: oracle,
          });
          if (list.isCounted !== false) expect([...counts]).toEqual([oracle.length]);
          if (oracle.length > 0) isEmptyForAll = false;
          tally.lists += 1;
          tally.rows += oracle.length;
        }
      }
      expect(isEmptyForAll).toBe(false);
    },
    120_000,
  );

  it.each(AT_ONCE.map((list) => [list.name, list] as const))(
    '%s gives each of its readers the rows of the oracle at once',
    async (_, list) => {
      let isEmptyForAll = true;
      for (const person of people.filter(({ role }) => list.readers[role] !== undefined)) {
        const ordered = list.order === undefined ? '' : ` order by ${list.order}`;
        const oracle = inOrder(list, await stage.meant(person, `${list.readers[person.role] ?? ''}${ordered}`)).slice(
          0,
          list.most,
        );
        const answer = (await stage.asked(person, list.document(''))) as Node | readonly (Node | string)[] | null;
        const found = answer === null ? [] : [answer].flat();
        expect({ login: person.login, ids: inOrder(list, idsOf(list, found)) }).toEqual({
          login: person.login,
          ids: oracle,
        });
        if (oracle.length > 0) isEmptyForAll = false;
        tally.lists += 1;
        tally.rows += oracle.length;
      }
      expect(isEmptyForAll).toBe(false);
    },
    120_000,
  );

  it('tells nothing by a filter or a cursor that names what its reader does not see', async () => {
    const [reader] = people.filter(({ login }) => login === 'caseworker');
    if (reader === undefined) throw new Error('Nobody is called caseworker.');
    const [foreign] = await stage.rows<{ id: string; number: string; caseworker: string }>(
      `select id, file_number as number, caseworker_membership_id as caseworker from client
        where county_id = $1 and caseworker_membership_id <> $2 limit 1`,
      [stage.countyId, reader.membershipId],
    );
    const none = { totalCount: 0, edges: [] };
    for (const filter of [`search: "${foreign?.number}"`, `caseworkerId: "${foreign?.caseworker}"`])
      expect(
        await stage.asked(reader, `{ clients(first: 5, filter: { ${filter} }) { totalCount edges { node { id } } } }`),
      ).toEqual(none);
    expect(
      await stage.asked(
        reader,
        `{ referrals(first: 5, filter: { clientId: "${foreign?.id}" }) { totalCount edges { node { id } } } }`,
      ),
    ).toEqual(none);
    const cursor = (id: string, key: string): string => Buffer.from(JSON.stringify([key, id])).toString('base64url');
    const { data, errors } = await stage
      .callerOf(reader)
      .ask('query ($after: String) { clients(first: 100, after: $after) { edges { node { id } } } }', {
        after: cursor(foreign?.id ?? '', foreign?.number ?? ''),
      });
    const own = new Set(await stage.meant(reader, LISTS[0]?.readers['CASEWORKER'] ?? ''));
    const seen = ((data?.['clients'] as Connection | undefined)?.edges ?? []).map(({ node }) => String(node['id']));
    expect(errors.length + seen.length).toBeGreaterThan(0);
    expect(seen.filter((id) => !own.has(id))).toEqual([]);
  });

  it('names in matches open positions and the reader’s own clients only, each once, and of a foreign client as little as of none', async () => {
    const offered = new Set(
      await stage.meant(
        people[0] as Person,
        `select t.id from position t where t.county_id = :county and t.status = 'PUBLISHED'`,
      ),
    );
    for (const reader of people.filter(({ role }) => ['CASEWORKER', 'SUPERVISOR'].includes(role))) {
      const own = await stage.meant(reader, LISTS[0]?.readers[reader.role] ?? '');
      const isOwn = new Set(own);
      let named = 0;
      for (const [id, document] of own
        .slice(0, 5)
        .flatMap((one) => [MATCHES, NEAR_MISSES].map((d) => [one, d] as const))) {
        const found = positionsIn(await stage.asked(reader, document, { id }));
        expect(found.filter((position) => !offered.has(position))).toEqual([]);
        expect(new Set(found).size).toBe(found.length);
        named += found.length;
      }
      for (const id of [...offered].slice(0, 5)) {
        const found = clientsIn(await stage.asked(reader, CLIENT_MATCHES, { id }));
        expect(found.filter((client) => !isOwn.has(client))).toEqual([]);
        expect(new Set(found).size).toBe(found.length);
        named += found.length;
      }
      expect({ login: reader.login, isNaming: named > 0 }).toEqual({ login: reader.login, isNaming: true });
      const [foreign] = await stage.rows<{ id: string }>(
        'select id from client where county_id = $1 and caseworker_membership_id <> $2 limit 1',
        [stage.countyId, reader.membershipId],
      );
      if (reader.role !== 'CASEWORKER') continue;
      for (const document of [MATCHES, NEAR_MISSES]) {
        const answers = [foreign?.id, randomUUID()].map((id) => stage.callerOf(reader).ask(document, { id }));
        const [ofForeign, ofNobody] = await Promise.all(answers);
        expect(ofForeign).toEqual(ofNobody);
      }
    }
  }, 120_000);

  it('gives of each session the seats that are taken, to the base and to its own trainer alone', async () => {
    const sessions = await stage.meant(people[0] as Person, 'select id from course_session where county_id = :county');
    let seats = 0;
    for (const reader of people.filter(({ role }) => ['TRAINER', 'BASE_MANAGER'].includes(role)))
      for (const id of sessions) {
        const own = reader.role === 'TRAINER' ? 's.trainer_membership_id = :member' : 'true';
        const oracle = await stage.meant(
          reader,
          `select e.id from enrolment e join course_session s on s.county_id = :county and s.id = e.session_id
             join client c on c.county_id = :county and c.id = e.client_id and c.erased_at is null
            where e.county_id = :county and s.id = '${id}' and e.status not in ('DROPPED', 'NO_SHOW') and ${own}
            order by e.requested_at, e.id`,
        );
        const found = (await stage.asked(reader, PARTICIPANTS, { id })) as readonly { readonly id: string }[];
        expect({ login: reader.login, id, seats: found.map((seat) => seat.id) }).toEqual({
          login: reader.login,
          id,
          seats: oracle,
        });
        seats += oracle.length;
      }
    expect(seats).toBeGreaterThan(0);
  }, 120_000);

  it('knows every list of the schema: it stands in a table here, or is asked apart for a reason', () => {
    const known = [...PAGED, ...AT_ONCE].map(({ name }) => name);
    expect(listFields().filter((field) => !known.includes(field) && ASKED_APART[field] === undefined)).toEqual([]);
    expect(Object.keys(ASKED_APART).filter((field) => !listFields().includes(field))).toEqual([]);
  });

  it('says how much was compared', () => {
    process.stdout.write(
      `lists: ${tally.lists} lists of ${people.length} people, ${tally.rows} rows, ${tally.pages} pages, 0 mismatches\n`,
    );
    expect(tally.lists).toBeGreaterThan(40);
  });
});

/** Root fields that give many: lists, and connections. */
function listFields(): string[] {
  const gives = (type: GraphQLOutputType): boolean =>
    isNonNullType(type)
      ? gives(type.ofType as GraphQLOutputType)
      : isListType(type) || getNamedType(type).name.endsWith('Connection');
  const fields = buildSchema(readFileSync(SCHEMA, 'utf8')).getQueryType()?.getFields() ?? {};
  return Object.values(fields)
    .filter(({ type }) => gives(type))
    .map(({ name }) => name);
}
