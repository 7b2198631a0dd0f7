import pg from 'pg';
import { columnFor, visibleTo } from '#platform/access/visible';
import type { Act } from '#domain/common/access/access';
import { systemActor, type Actor } from '#domain/common/actor';
import type { Tx } from '#platform/database/transaction';
import type { Transactions } from '#platform/database/transactions';
import type { MatrixAction } from './matrix-file';

/** A type as the database has it. */
export interface PlantedType {
  readonly name: string;
  readonly columns: readonly string[];
  readonly hasCounty: boolean;
  /** True for a view: nothing is written through it. */
  readonly isView: boolean;
  /** True where docs/security/matrix.csv gives a role some columns to change and not others. */
  readonly isChangedByColumn: boolean;
}

/** The rows that somebody reaches, column by column. */
export interface Reach {
  /** The rows in which this column is within reach; '*' = any column at all. */
  of(column: string): ReadonlySet<string>;
}

/** What names a row whatever county it belongs to, as SQL on the row t. */
export const keyOf = ({
  columns,
  hasCounty,
  isView,
}: Pick<PlantedType, 'columns' | 'hasCounty' | 'isView'>): string => {
  if (isView) return `t.county_id || ':' || t.${columns.includes('referral_id') ? 'referral_id' : 'client_id'}`;
  if (hasCounty) return `t.county_id || ':' || t.id`;
  // Instants are written differently in another time zone: a row's text is its key only where nothing else is.
  const own = ['id', 'worker_id'].find((column) => columns.includes(column));
  return own === undefined ? 'md5(t::text)' : `t.${own}::text`;
};

const NOTHING: ReadonlySet<string> = new Set();
const nowhere: Reach = { of: () => NOTHING };

/** The database alone: unrestricted statements over the application role's own connection. */
export class DatabaseAlone {
  private readonly privileges = new Map<string, ReadonlySet<string>>();

  constructor(private readonly client: pg.Client) {}

  static async open(connectionString: string): Promise<DatabaseAlone> {
    const client = new pg.Client({ connectionString });
    await client.connect();
    return new DatabaseAlone(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** What a role reaches of a type by reading all of it, or by writing every column that it may write. */
  async reach(actor: Actor | null, type: PlantedType, action: Exclude<MatrixAction, 'create'>): Promise<Reach> {
    const verb = action === 'read' ? 'select' : 'update';
    const columns = await this.columns(type, verb);
    if (columns.size === 0) return nowhere;
    const readable = await this.columns(type, 'select');
    const changes = [...columns].map(
      (column) => [column, `"${column}" = ${readable.has(column) ? `t."${column}"` : 'null'}`] as const,
    );
    if (action === 'change' && type.isChangedByColumn) return this.reachByColumn(actor, type, changes);
    const changed = changes.map(([, change]) => change).join(', ');
    const statement =
      action === 'read'
        ? `select ${keyOf(type)} as key from "${type.name}" t`
        : `update "${type.name}" t set ${changed} returning ${keyOf(type)} as key`;
    const rows = await this.as(actor, () => this.keys(statement));
    return { of: (column) => (column === '*' || columns.has(column) ? rows : NOTHING) };
  }

  /** Where roles change different columns of the same rows, each is changed on its own. */
  private async reachByColumn(
    actor: Actor | null,
    type: PlantedType,
    changes: readonly (readonly [column: string, change: string])[],
  ): Promise<Reach> {
    const rows = new Map<string, ReadonlySet<string>>();
    for (const [column, change] of changes) {
      const statement = `update "${type.name}" t set ${change} returning ${keyOf(type)} as key`;
      rows.set(column, await this.as(actor, () => this.keys(statement)));
    }
    return { of: (column) => rows.get(column) ?? NOTHING };
  }

  /** True where the row-level policies let the actor insert this row; what else may refuse it does not matter here. */
  async mayCreate(actor: Actor | null, type: PlantedType, row: string): Promise<boolean> {
    return this.as(actor, async () => {
      try {
        await this.client.query(
          `insert into "${type.name}" select (json_populate_record(null::"${type.name}", $1::json)).*`,
          [row],
        );
        return true;
      } catch (error) {
        return (error as pg.DatabaseError).code !== '42501';
      }
    });
  }

  private async columns(type: PlantedType, verb: string): Promise<ReadonlySet<string>> {
    const name = `${verb} ${type.name}`;
    const before = this.privileges.get(name);
    if (before !== undefined) return before;
    const { rows } = await this.client.query<{ column: string }>(
      `select c as column from unnest($1::text[]) c where has_column_privilege($2, c, $3)`,
      [type.columns, type.name, verb],
    );
    const held = new Set(rows.map(({ column }) => column));
    this.privileges.set(name, held);
    return held;
  }

  private async keys(statement: string): Promise<ReadonlySet<string>> {
    try {
      const { rows } = await this.client.query<{ key: string }>(statement);
      return new Set(rows.map(({ key }) => key));
    } catch (error) {
      if ((error as pg.DatabaseError).code === '42501') return NOTHING;
      throw error;
    }
  }

  private async as<T>(actor: Actor | null, work: () => Promise<T>): Promise<T> {
    await this.client.query('begin');
    try {
      if (actor !== null) {
        await this.client.query(
          `select set_config('app.county', $1, true), set_config('app.role', $2, true), set_config('app.account', $3, true),
                  set_config('app.membership', $4, true), set_config('app.organisation', $5, true), set_config('app.client', $6, true)`,
          [actor.countyId, actor.role, actor.accountId, actor.membershipId, actor.organisationId, actor.clientId ?? ''],
        );
      }
      return await work();
    } finally {
      await this.client.query('rollback');
    }
  }
}

const ACTS: Readonly<Record<MatrixAction, Act>> = { read: 'read', change: 'write', create: 'create' };

/** The application's wall: statements over its transactions, narrowed by the policy matrix as repositories narrow theirs. */
export class ApplicationWall {
  constructor(private readonly transactions: Transactions) {}

  async reach(actor: Actor, type: PlantedType, action: MatrixAction): Promise<Reach> {
    const act = ACTS[action];
    return this.transactions.run(actor, async (tx) => {
      const refused = await refusedColumns(tx, type, act);
      const rows = refused === 'all' ? NOTHING : await this.rows(tx, type, act);
      const isShown = (column: string): boolean =>
        act === 'read'
          ? column === '*' || columnFor(tx, type.name, 't', column) !== 'null'
          : refused !== 'all' && !refused.includes(column);
      return { of: (column) => (isShown(column) ? rows : NOTHING) };
    });
  }

  private async rows(tx: Tx, type: PlantedType, act: Act): Promise<ReadonlySet<string>> {
    const visible = type.hasCounty ? visibleTo(tx, type.name, 't', { act }) : { sql: 'true', value: null };
    const parameters = visible.value === null ? [] : [visible.value];
    const statement = `select ${keyOf(type)} as key from "${type.name}" t where ${visible.sql}`;
    // Whose complaint is whose to answer, and who shares her name with a mentor, is asked of the database by whoever acts;
    // all else may be asked by a job.
    const rows =
      act === 'read' || ASKED_BY_WHO_ACTS.includes(type.name)
        ? await tx.query<{ key: string }>(statement, parameters)
        : await this.transactions.run(systemActor(tx.actor.countyId, 'test'), (system) =>
            system.query<{ key: string }>(statement, parameters),
          );
    return new Set(rows.map(({ key }) => key));
  }
}

const ASKED_BY_WHO_ACTS: readonly string[] = ['complaint', 'mentor_note'];

/** Whether the transaction refuses the plain statement of a repository that forgot to ask, or which columns in it. */
async function refusedColumns(tx: Tx, type: PlantedType, act: Act): Promise<'all' | readonly string[]> {
  const update = (column = ''): string => `update "${type.name}" set "${column}" = "${column}" where false`;
  if (act === 'write' && type.isChangedByColumn) {
    const refused: string[] = [];
    for (const column of type.columns) if (await isRefused(tx, update(column))) refused.push(column);
    return refused;
  }
  const plain: Readonly<Record<Act, string>> = {
    read: `select 1 from "${type.name}" limit 0`,
    write: update(type.columns.at(-1)),
    create: `insert into "${type.name}" ("${type.columns[0]}") select null where false`,
  };
  return (await isRefused(tx, plain[act])) ? 'all' : [];
}

async function isRefused(tx: Tx, statement: string): Promise<boolean> {
  try {
    await tx.query(statement);
    return false;
  } catch (error) {
    return error instanceof Error && error.message.startsWith('The policy matrix gives');
  }
}
