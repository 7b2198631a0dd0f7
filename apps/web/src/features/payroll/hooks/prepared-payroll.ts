import type { PayrollTemplateQuery } from '@contract/gql';
import { pseudonymiserOf } from '../../../lib/pseudonym/pseudonym';
import { csvLine } from '../../../lib/tables/csv-table';
import type { Table } from '../../../lib/tables/read-table';

type Template = PayrollTemplateQuery['payrollTemplate'];

/** For each column of the enterprise's own table the key of ours, or null where it stays here. */
export type Matching = readonly (string | null)[];

/** A payroll as it will be sent: our headers, pseudonyms in place of numbers, and nothing of columns that are not ours. */
export interface PreparedPayroll {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** For each row its number in the person's own file. */
  readonly rowNumbers: readonly number[];
}

const NUMBER = 'employeeNumber';

const bare = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/[*\s\u200b-\u200f\ufeff]/gu, '')
    .trim();

/** Matches headers by name, else as the enterprise matched them the last time; each of our columns once. */
export function matchingOf({ headers }: Table, { columns, matched }: Template): Matching {
  const byHeader = new Map(columns.map(({ header, key }) => [bare(header), key]));
  const remembered = new Map(matched.map(({ header, key }) => [bare(header), key]));
  const taken = new Set<string>();
  return headers.map((header) => {
    const key = remembered.get(bare(header)) ?? byHeader.get(bare(header)) ?? null;
    if (key === null || taken.has(key)) return null;
    taken.add(key);
    return key;
  });
}

/** The headers of required columns that nothing is matched to. */
export const missingColumns = (matching: Matching, { columns }: Template): readonly string[] =>
  columns.filter(({ key, isRequired }) => isRequired && !matching.includes(key)).map(({ header }) => header);

interface Preparation {
  readonly table: Table;
  readonly matching: Matching;
  readonly template: Template;
  /** Null = the numbers of the file are pseudonyms of the enterprise's own already. */
  readonly passphrase: string | null;
}

/** Makes what will be sent; everything happens in this browser. */
export async function preparedPayroll({
  table,
  matching,
  template,
  passphrase,
}: Preparation): Promise<PreparedPayroll> {
  const places = template.columns.flatMap(({ key, header }) => {
    const place = matching.indexOf(key);
    return place < 0 ? [] : [{ key, header, place }];
  });
  const maker = passphrase === null ? null : await pseudonymiserOf(passphrase);
  const rows = await Promise.all(
    table.rows.map(({ cells }) =>
      Promise.all(
        places.map(async ({ key, place }) => {
          const cell = cells[place] ?? '';
          return key === NUMBER && maker !== null && cell.trim() !== '' ? await maker.pseudonymOf(cell) : cell;
        }),
      ),
    ),
  );
  return {
    header: places.map(({ header }) => header),
    rows,
    rowNumbers: table.rows.map(({ rowNumber }) => rowNumber),
  };
}

/** The whole as CSV in UTF-8 with a byte-order mark. */
export const csvOf = ({ header, rows }: PreparedPayroll): string =>
  `\ufeff${[header, ...rows].map((row) => `${csvLine(row)}\r\n`).join('')}`;

/** The largest part of a table that one question carries, in bytes. */
const PART_BYTES = 36_000;

/** A stretch of the table as CSV with its header. */
export interface TablePart {
  readonly csv: string;
  /** Rows before the first of this part. */
  readonly before: number;
}

/** Cuts a table into parts that each fit into one question. */
export function partsOf({ header, rows }: PreparedPayroll): readonly TablePart[] {
  const head = `${csvLine(header)}\n`;
  const encoder = new TextEncoder();
  const parts: TablePart[] = [];
  let csv = head;
  let bytes = 0;
  let before = 0;
  rows.forEach((row, index) => {
    const line = `${csvLine(row)}\n`;
    const size = encoder.encode(line).length;
    if (bytes > 0 && bytes + size > PART_BYTES) {
      parts.push({ csv, before });
      csv = head;
      bytes = 0;
      before = index;
    }
    csv += line;
    bytes += size;
  });
  return [...parts, { csv, before }];
}
