import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, type GraphQLField } from 'graphql';
import type { Actor } from '#domain/common/actor';
import { permissionsOf, type Permission } from '#domain/common/permission';
import { Role } from '#domain/common/role';
import { DEMO_LOGINS } from '#database/seeds/members.seed';
import type { Answer, TestCaller } from '#testing/api';
import { within } from './support/county-oracle';
import { plantForeignCounty } from './support/foreign-county';
import { documentWith, idPathsOf, requiredIdPathsOf, variablesOf, type IdPath } from './support/guess-arguments';
import { NOT_COMPARED, targetOf } from './support/guess-targets';
import { matrixLines } from './support/matrix-file';
import { SeededApi } from './support/seeded-api';

const SCHEMA = buildSchema(readFileSync(path.resolve(__dirname, '../../libs/contract/schema.graphql'), 'utf8'), {
  assumeValid: true,
});
/** Tables that a generated county has no or few rows of. */
const SPARSE = [
  'file',
  'import_run',
  'file_opening',
  'case_transfer',
  'caseload_deputy',
  'complaint',
  'consent_request',
  'consent_review',
  'correction_request',
  'erasure_request',
  'factor_recovery',
  'data_export',
  'pay_check_run',
  'placement_batch',
  'batch_override',
];
/** Tables of accounts, beside all counties: whose rows they are. */
const OF_ACCOUNTS = ['session', 'passkey'];

type Field = GraphQLField<unknown, unknown>;

/** One id of one field, to be guessed at by one role. */
interface Guess {
  readonly kind: 'query' | 'mutation';
  readonly field: Field;
  readonly at: IdPath;
  readonly table: string;
  readonly role: Role;
}

const fieldsOf = (type: ReturnType<typeof SCHEMA.getQueryType>): Field[] => Object.values(type?.getFields() ?? {});

/** The roles that may call a field, by what its description says. */
function rolesOf({ description }: Field): Role[] {
  const [, listed = ''] = /Requires one of: ([A-Z_, ]+)\.?$/.exec(description ?? '') ?? [];
  const named = listed.split(', ').filter((name) => name !== '');
  return Object.values(Role).filter((role) => named.some((name) => permissionsOf[role].has(name as Permission)));
}

const named = (field: Field, at: IdPath): string => [field.name, ...at].join('.');

const GUESSES: readonly Guess[] = (
  [
    ['query', SCHEMA.getQueryType()],
    ['mutation', SCHEMA.getMutationType()],
  ] as const
).flatMap(([kind, type]) =>
  fieldsOf(type).flatMap((field) =>
    idPathsOf(field)
      .filter((at) => !NOT_COMPARED.includes(named(field, at)))
      .flatMap((at) =>
        rolesOf(field).map((role) => ({ kind, field, at, role, table: targetOf(field.name, at) ?? '' })),
      ),
  ),
);

describe('an id that is somebody else’s, and one that is nobody’s', () => {
  let county: SeededApi;
  const callers = new Map<Role, TestCaller>();
  const actors = new Map<Role, Actor>();
  const known = new Map<string, Promise<string[]>>();
  const lines = matrixLines();
  const tally = { compared: 0, foreign: 0, shown: new Set<string>() };

  beforeAll(async () => {
    county = await SeededApi.open();
    const owner = await county.row<{ countyId: string; clientId: string; membershipId: string }>(
      `select c.county_id as "countyId", c.id as "clientId", m.id as "membershipId" from client c
         join membership m on m.id = c.caseworker_membership_id join user_account a on a.id = m.account_id
        where a.login = 'caseworker2' order by c.id limit 1`,
    );
    await plantForeignCounty(county.database.admin, SPARSE, owner);
    for (const { login, role } of DEMO_LOGINS) {
      if (callers.has(role)) continue;
      callers.set(role, await county.signIn(login));
      actors.set(
        role,
        await county.row<Actor>(
          `select m.county_id as "countyId", m.role, m.account_id as "accountId", m.id as "membershipId",
                  m.organisation_id as "organisationId", m.client_id as "clientId"
             from membership m join user_account a on a.id = m.account_id where a.login = $1 and m.status = 'ACTIVE'`,
          [login],
        ),
      );
    }
    await county.rows(
      `insert into passkey (id, account_id, credential_id, public_key, name)
       select gen_random_uuid(), id, 'planted', '\\x01', 'phone' from user_account where login = 'caseworker2'`,
    );
  }, 180_000);

  afterAll(() => county.close());

  it('are asked for by arguments of which everybody knows what they name', () => {
    const unknown = GUESSES.filter(({ table }) => table === '').map(({ field, at }) => named(field, at));
    expect([...new Set(unknown)]).toEqual([]);
    expect(new Set(GUESSES.map(({ field, at }) => named(field, at))).size).toBeGreaterThan(100);
  });

  /** The rows of a table that an actor reads, or those that she does not, by the hand-kept matrix and nothing of the product. */
  function idsOf(table: string, role: Role, are: 'hers' | 'foreign'): Promise<string[]> {
    const name = [table, role, are].join(' ');
    const before = known.get(name);
    if (before !== undefined) return before;
    const asked = county
      .rows<{ id: string }>(OF_ACCOUNTS.includes(table) ? ofAccounts(table, role, are) : ofCounty(table, role, are))
      .then((rows) => rows.map(({ id }) => id));
    known.set(name, asked);
    return asked;
  }

  const ofAccounts = (table: string, role: Role, are: 'hers' | 'foreign'): string =>
    `select id from "${table}" where account_id ${are === 'hers' ? '=' : '<>'} '${actors.get(role)?.accountId}' limit 2`;

  function ofCounty(table: string, role: Role, are: 'hers' | 'foreign'): string {
    const actor = actors.get(role) as Actor;
    const words = lines.find(
      ({ type, field, action }) => type === table && ['*', 'id'].includes(field) && action === 'read',
    );
    const cells = words?.expected.get(role) ?? [];
    const isHers = `t.county_id = '${actor.countyId}' and (${cells.length === 0 ? 'false' : cells.map((word) => within(word, table, actor)).join(' or ')})`;
    if (are === 'hers') return `select t.id from "${table}" t where ${isHers} order by t.id limit 2`;
    // one of her own county where there is one, and one of the other county
    return `select distinct on (t.county_id) t.id from "${table}" t where (${isHers}) is not true order by t.county_id, t.id desc`;
  }

  async function answerTo(guess: Guess, id: string): Promise<string> {
    const { field, kind, at, role } = guess;
    const ids = new Map<string, string>();
    for (const other of requiredIdPathsOf(field)) {
      const [hers] = await idsOf(targetOf(field.name, other) ?? '', role, 'hers');
      ids.set(other.join('.'), hers ?? randomUUID());
    }
    ids.set(at.join('.'), id);
    const variables = variablesOf(field, (one) => ids.get(one.join('.')) ?? null);
    if ('idempotencyKey' in variables) variables['idempotencyKey'] = randomUUID();
    const answer = await (callers.get(role) as TestCaller).ask(
      documentWith(kind, field, Object.keys(variables)),
      variables,
    );
    return told(answer, id);
  }

  /** What somebody learns from an answer, whatever she asked by. */
  const told = ({ status, data, errors }: Answer, id: string): string =>
    JSON.stringify({
      status,
      data,
      errors: errors.map(({ message, extensions }) => [message, extensions.code]),
    }).replaceAll(id, '<id>');

  /** What the product wrote: acts in the trail, receipts, announced work, looks. */
  const written = async (): Promise<object> =>
    county.row(
      `select (select count(*)::int from audit_entry where outcome = 'ALLOWED') as acts,
              (select count(*)::int from command_receipt) as receipts, (select count(*)::int from outbox_event) as announced,
              (select count(*)::int from disclosure) as looks`,
    );

  it.each([...new Set(GUESSES.map(({ field }) => field.name))])(
    '%s answers both alike, in code, words and shape, and writes nothing',
    async (name) => {
      const before = await written();
      for (const guess of GUESSES.filter(({ field }) => field.name === name)) {
        const nobody = await answerTo(guess, randomUUID());
        const where = `${guess.role} ${named(guess.field, guess.at)}`;
        for (const id of await idsOf(guess.table, guess.role, 'foreign')) {
          expect([where, await answerTo(guess, id)]).toEqual([where, nobody]);
          tally.foreign += 1;
        }
        tally.compared += 1;
      }
      expect(await written()).toEqual(before);
    },
    60_000,
  );

  it('would be told apart by this: ids of one’s own are answered otherwise', async () => {
    for (const guess of GUESSES.filter(({ kind }) => kind === 'query')) {
      const [hers] = await idsOf(guess.table, guess.role, 'hers');
      if (hers !== undefined && (await answerTo(guess, hers)) !== (await answerTo(guess, randomUUID())))
        tally.shown.add(guess.field.name);
    }
    process.stdout.write(
      `guessed ids: ${tally.compared} arguments by role, ${tally.foreign} foreign ids, ${tally.shown.size} queries told apart by ids of one’s own\n`,
    );
    expect(tally.foreign).toBeGreaterThan(200);
    expect(tally.shown.size).toBeGreaterThan(10);
  }, 60_000);
});
