import { randomBytes } from 'node:crypto';
import type { Actor } from '#domain/common/actor';
import { Role } from '#domain/common/role';
import { seedDatabase } from '#database/seeds/seed';
import { SystemClock } from '#platform/clock/clock';
import { Transactions } from '#platform/database/transactions';
import { testDatabase, type TestDatabase } from '#testing/database';
import { BASE_OF, within } from './support/county-oracle';
import { matrixLines, type MatrixAction, type MatrixLine } from './support/matrix-file';
import { plantCounty, type PlantedCounty } from './support/planted-county';
import { ApplicationWall, DatabaseAlone, keyOf, type PlantedType, type Reach } from './support/walls';

const LINES = matrixLines();
const ROLES = Object.values(Role);

/** What the file says the database does not hold: columns of rows that a role sees for other reasons; policies know rows. */
const LEFT_TO_THE_APPLICATION = new Set(
  LINES.filter(({ heldBy }) => heldBy === 'application').map(({ type, field, action }) => `${action} ${type}.${field}`),
);

/** What one run found. */
interface Tally {
  cells: number;
  controls: number;
  readonly mismatches: string[];
}

describe('docs/security/matrix.csv, cell by cell', () => {
  let database: TestDatabase;
  let county: PlantedCounty;
  let types: ReadonlyMap<string, PlantedType>;
  const oracles = new Map<string, ReadonlySet<string>>();

  beforeAll(async () => {
    database = await testDatabase();
    await seedDatabase({
      migrateUrl: database.urls.migrateUrl,
      masterKey: randomBytes(32),
      scale: 'county',
      demoPassword: 'matrix-of-two-walls',
    });
    county = await plantCounty(database.admin);
    types = await typesOf(database);
  }, 240_000);

  afterAll(() => database.close());

  const typeOf = (name: string): PlantedType => {
    const type = types.get(name);
    if (type === undefined) throw new Error(`docs/security/matrix.csv names a type that is not there: ${name}`);
    return type;
  };
  const actorOf = (role: Role): Actor => county.people.get(role) as Actor;

  /** The rows that a cell of the file means, asked behind the walls. */
  async function expected(type: PlantedType, actor: Actor, words: readonly string[]): Promise<ReadonlySet<string>> {
    const name = [type.name, actor.role, ...words].join(' ');
    const before = oracles.get(name);
    if (before !== undefined) return before;
    const condition = words.length === 0 ? 'false' : words.map((word) => within(word, type.name, actor)).join(' or ');
    const own = type.hasCounty ? `t.county_id = '${actor.countyId}' and` : '';
    const { rows } = await database.admin.query<{ key: string }>(
      `select ${keyOf({ ...type, isView: false })} as key from "${BASE_OF[type.name] ?? type.name}" t where ${own} (${condition})`,
    );
    const keys = new Set(rows.map(({ key }) => key));
    oracles.set(name, keys);
    return keys;
  }

  const isEmpty = async (type: PlantedType): Promise<boolean> =>
    (await database.admin.query(`select 1 from "${type.name}" limit 1`)).rowCount === 0;

  /** Compares every cell of one action with what is within reach; a cell that means rows must mean some. */
  async function compare(
    tally: Tally,
    action: MatrixAction,
    reachOf: (actor: Actor, type: PlantedType) => Promise<Reach>,
    lines: readonly MatrixLine[],
  ): Promise<void> {
    for (const name of new Set(lines.map(({ type }) => type))) {
      const type = typeOf(name);
      const own = lines.filter((line) => line.type === name && line.action === action);
      for (const role of ROLES) {
        const reach = await reachOf(actorOf(role), type);
        for (const { field, expected: words } of own) {
          const wanted = await expected(type, actorOf(role), words.get(role) ?? []);
          const found = reach.of(field);
          tally.cells += 1;
          if (wanted.size > 0) tally.controls += 1;
          if (!isSame(wanted, found)) {
            tally.mismatches.push(`${role} ${action} ${name}.${field}: ${found.size} rows, not ${wanted.size}`);
          }
        }
      }
    }
  }

  const say = (run: string, { cells, controls }: Tally): void => {
    process.stdout.write(`matrix, ${run}: ${cells} cells, ${controls} with rows as positive control, 0 mismatches\n`);
  };

  it('has a line for reading, changing and creating every type, and for nothing that is not there', () => {
    for (const action of ['read', 'change', 'create'] as const) {
      const lines = LINES.filter((line) => line.action === action && line.field === '*').map(({ type }) => type);
      const explicit = LINES.filter((line) => line.action === action).map(({ type }) => type);
      expect([...new Set([...lines, ...explicit])].sort()).toEqual([...types.keys()].sort());
    }
    for (const { type, field } of LINES) {
      if (field !== '*') expect([type, field, typeOf(type).columns.includes(field)]).toEqual([type, field, true]);
    }
    expect(LINES.length * (ROLES.length + 1)).toBeGreaterThan(2_000);
  });

  it('means some row with every word that gives any: the positive control of all cells', async () => {
    const without: string[] = [];
    for (const { type, field, expected: words } of LINES) {
      for (const role of ROLES) {
        const given = words.get(role) ?? [];
        if (given.length > 0 && (await expected(typeOf(type), actorOf(role), given)).size === 0)
          without.push(`${role} ${type}.${field} ${given.join('+')}`);
      }
      if (typeOf(type).hasCounty && !typeOf(type).isView && (await isEmpty(typeOf(type))))
        without.push(`nobody has a row of ${type}`);
    }
    expect([...new Set(without)]).toEqual([]);
  }, 120_000);

  it('is held by the database alone, with no policy layer in between', async () => {
    const tally: Tally = { cells: 0, controls: 0, mismatches: [] };
    const wall = await DatabaseAlone.open(database.urls.appUrl);
    for (const action of ['read', 'change'] as const)
      await compare(tally, action, (actor, type) => wall.reach(actor, type, action), LINES);
    await compareCreating(tally, wall);
    await compareStranger(tally, wall);
    await wall.close();
    const held = tally.mismatches.filter((mismatch) => LEFT_TO_THE_APPLICATION.has(fieldOf(mismatch)));
    expect(tally.mismatches.filter((mismatch) => !held.includes(mismatch))).toEqual([]);
    expect(new Set(held.map(fieldOf))).toEqual(LEFT_TO_THE_APPLICATION); // a line that both walls hold says so
    say(`the database alone (${held.length} columns left to the application)`, tally);
  }, 300_000);

  /** Copies of rows within a cell may be inserted, copies of rows outside it or of the other county may not. */
  async function compareCreating(tally: Tally, wall: DatabaseAlone): Promise<void> {
    for (const { type: name, expected: words } of LINES.filter(({ action }) => action === 'create')) {
      const type = typeOf(name);
      if (!type.hasCounty || type.isView) continue;
      for (const role of ROLES) {
        const actor = actorOf(role);
        const given = words.get(role) ?? [];
        const inside = given.length === 0 ? 'false' : given.map((word) => within(word, name, actor)).join(' or ');
        const samples = await database.admin.query<{ row: string; allowed: boolean }>(
          `(select to_json(t)::text as row, true as allowed from "${name}" t where county_id = $1 and (${inside}) limit 1)
           union all (select to_json(t)::text, false from "${name}" t where county_id = $1 and (${inside}) is not true limit 1)
           union all (select to_json(t)::text, false from "${name}" t where county_id = $2 limit 1)`,
          [county.countyId, county.twinId],
        );
        tally.cells += 1;
        if (samples.rows.some(({ allowed }) => allowed)) tally.controls += 1;
        for (const { row, allowed } of samples.rows) {
          if ((await wall.mayCreate(actor, type, row)) !== allowed)
            tally.mismatches.push(`${role} create ${name}: ${allowed ? 'refused' : 'let'} ${row.slice(0, 60)}`);
        }
      }
    }
  }

  /** Who is nobody yet reaches no row of any county. */
  async function compareStranger(tally: Tally, wall: DatabaseAlone): Promise<void> {
    for (const { type: name, field, action, expected: words } of LINES) {
      const type = typeOf(name);
      if (!type.hasCounty || action === 'create') continue;
      expect([name, words.get('ANONYMOUS')]).toEqual([name, []]);
      const found = (await wall.reach(null, type, action)).of(field);
      tally.cells += 1;
      if (found.size > 0) tally.mismatches.push(`ANONYMOUS ${action} ${name}.${field}: ${found.size} rows`);
    }
  }

  /** Columns that nobody may change are the database's; in the application no input names them (mass-assignment test). */
  const changeable = LINES.filter(
    ({ action, expected: words }) => action !== 'change' || [...words.values()].some((given) => given.length > 0),
  );

  async function compareApplication(run: string): Promise<void> {
    const tally: Tally = { cells: 0, controls: 0, mismatches: [] };
    const wall = new ApplicationWall(new Transactions(database.app, new SystemClock()));
    for (const action of ['read', 'change', 'create'] as const)
      await compare(tally, action, (actor, type) => wall.reach(actor, type, action), changeable);
    expect(tally.mismatches).toEqual([]);
    say(run, tally);
  }

  it(
    'is held by both walls together, neither of which takes more away',
    () => compareApplication('both walls'),
    300_000,
  );

  it('is held by the application alone, with row-level security off and every privilege given', async () => {
    await database.admin.query(
      `do $$
       declare
         tbl regclass;
       begin
         for tbl in select c.oid from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' loop
           execute format('alter table %s disable row level security', tbl);
           execute format('grant all on %s to tonggong_app', tbl);
         end loop;
       end $$`,
    );
    const { rows } = await database.app
      .query<{ n: number }[]>('select count(*)::int as n from client')
      .then((counted) => ({
        rows: counted,
      }));
    expect(rows[0]?.n).toBeGreaterThan(1_000); // the control that this wall is down: two counties, and nobody acts
    await compareApplication('the application alone');
  }, 300_000);
});

async function typesOf(database: TestDatabase): Promise<ReadonlyMap<string, PlantedType>> {
  const { rows } = await database.admin.query<{ name: string; columns: string[]; isView: boolean }>(
    `select c.relname as name, c.relkind = 'v' as "isView", array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') group by c.relname, c.relkind`,
  );
  return new Map(
    rows.map((type) => [
      type.name,
      { ...type, hasCounty: type.columns.includes('county_id'), isChangedByColumn: isChangedByColumn(type.name) },
    ]),
  );
}

/** True where some role changes columns of the type that another role with cells of its own does not. */
function isChangedByColumn(type: string): boolean {
  const cells = LINES.filter(({ type: name, action }) => name === type && action === 'change')
    .map(({ expected }) => ROLES.map((role) => (expected.get(role) ?? []).join('+')))
    .filter((given) => given.some((words) => words !== ''));
  return new Set(cells.map((given) => given.join(','))).size > 1;
}

/** 'SUPERVISOR read client.eligible: 5 rows, not 0' → 'read client.eligible' */
const fieldOf = (mismatch: string): string => /^\S+ (.+?):/.exec(mismatch)?.[1] ?? mismatch;

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((key) => other.has(key));
}
