import {
  isPolicyType,
  isSystem,
  keptColumn,
  keptFrom,
  mayTouch,
  missingCell,
  type Act,
} from '#domain/common/access/access';
import type { Actor } from '#domain/common/actor';

interface Touched {
  readonly act: Act;
  readonly type: string;
  /** The columns that an update names. */
  readonly columns?: readonly string[];
}

/** Texts of statements are constants of the code, but for inserts of many rows: what was read once need not be read again. */
const MOST_KNOWN = 2_000;
const known = new Map<string, readonly Touched[]>();

const LITERALS = /'(?:[^']|'')*'|--[^\n]*/gu;
const TABLES = /\b(from|join|update|into|using)\s+(?:only\s+)?"?([a-z_]+)"?(?=[\s,;)"(]|$)/giu;

/**
 * Refuses a statement that reads or writes a type for which the actor's role has no cell in the policy matrix, whoever
 * wrote the query: which of a type's rows are hers is for the repositories (visible.ts) and row-level security. Throws
 * an error that names role and type, because a repository that gets here for a role without a cell is at fault.
 */
export function refuseWithoutCell(actor: Pick<Actor, 'role'>, statement: string): void {
  if (isSystem(actor)) return;
  for (const { act, type, columns = [] } of touchedBy(statement)) {
    if (!mayTouch(actor, type, act)) throw new Error(missingCell(actor.role, act, type));
    const kept = keptFrom(actor, type).find((column) => columns.includes(column));
    if (kept !== undefined) throw new Error(keptColumn(actor.role, type, kept));
  }
}

/** The types that a statement reads and writes, as far as the matrix knows them. */
export function touchedBy(statement: string): readonly Touched[] {
  const before = known.get(statement);
  if (before !== undefined) return before;
  const touched = parsed(statement);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(statement, touched);
  return touched;
}

function parsed(statement: string): readonly Touched[] {
  const text = statement.replace(LITERALS, "''");
  const found = new Map<string, Touched>();
  for (const [, word = '', name = ''] of text.matchAll(TABLES)) {
    const type = name.toLowerCase();
    if (!isPolicyType(type)) continue;
    const act = actOf(word.toLowerCase(), text, type);
    const columns = act === 'write' ? { columns: assigned(text) } : {};
    found.set(`${act} ${type}`, { act, type, ...columns });
  }
  return [...found.values()];
}

/** What stands before an equals sign behind `set`: perhaps more than the columns, never less. */
function assigned(text: string): readonly string[] {
  const lists = [...text.matchAll(/\bset\b(.*?)(?=\bwhere\b|\breturning\b|\bfrom\b|$)/gisu)].map(
    ([, list = '']) => list,
  );
  return lists.flatMap((list) => [...list.matchAll(/"?([a-z_]+)"?\s*=/giu)].map(([, name = '']) => name.toLowerCase()));
}

function actOf(word: string, text: string, type: string): Act {
  if (word === 'into') return 'create';
  return word === 'update' || isDeleted(text, type) ? 'write' : 'read';
}

const isDeleted = (text: string, type: string): boolean =>
  new RegExp(`delete\\s+from\\s+"?${type}\\b`, 'iu').test(text);
