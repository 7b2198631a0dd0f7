import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** A value as COPY takes it. */
export type Cell = string | number | boolean | null | Date | Buffer | readonly string[] | { readonly json: unknown };

/** A row by column name; all rows of one table have the same columns. */
export type Row = Readonly<Record<string, Cell>>;

const CHUNK = 65_536;

/** Writes rows with COPY, the fastest way in; gives how many. Constraints and triggers hold as for any insert. */
export async function copyRows(client: Client, table: string, rows: Iterable<Row>): Promise<number> {
  let columns: readonly string[] = [];
  let stream: Writable | null = null;
  let count = 0;
  let buffer = '';
  for (const row of rows) {
    if (stream === null) {
      columns = Object.keys(row);
      stream = openCopy(client, table, columns);
    }
    buffer += `${columns.map((column) => encode(row[column] ?? null)).join('\t')}\n`;
    count += 1;
    if (buffer.length < CHUNK) continue;
    if (!stream.write(buffer)) await once(stream, 'drain');
    buffer = '';
  }
  if (stream !== null) await finished(stream.end(buffer));
  return count;
}

function openCopy(client: Client, table: string, columns: readonly string[]): Writable {
  return client.query(copyFrom(`copy "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) from stdin`));
}

function encode(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  if (cell instanceof Date) return cell.toISOString();
  if (Buffer.isBuffer(cell)) return `\\\\x${cell.toString('hex')}`;
  if (typeof cell === 'string') return escape(cell);
  if (Array.isArray(cell))
    return escape(`{${(cell as readonly string[]).map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
  return escape(JSON.stringify((cell as { json: unknown }).json));
}

const escape = (text: string): string => text.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
