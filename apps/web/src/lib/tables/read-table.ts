import { readCsv } from './csv-table';
import { readXlsx } from './xlsx-table';

/** A table as a person's file has it: its header row, and the rows below with their numbers in the file. */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly { readonly rowNumber: number; readonly cells: readonly string[] }[];
}

/** Why a file is no table that we can read. */
export type TableProblem = 'NOT_A_TABLE' | 'MIXED_ENCODING' | 'TOO_LARGE' | 'NO_ROWS';

const MOST_BYTES = 20 * 1_024 * 1_024;
const ZIP = 0x504b0304;

/** Reads a CSV (UTF-8 or GB18030) or XLSX file in this browser; nothing of it is sent. */
export async function readTable(file: Blob): Promise<Table | TableProblem> {
  if (file.size > MOST_BYTES) return 'TOO_LARGE';
  const bytes = await file.arrayBuffer();
  const isWorkbook = bytes.byteLength > 4 && new DataView(bytes).getUint32(0) === ZIP;
  // What the reader of workbooks stumbles over is no workbook: the page says NOT_A_TABLE.
  const rows = isWorkbook ? await readXlsx(bytes).catch(() => null) : csvRows(bytes);
  if (rows === null) return 'NOT_A_TABLE';
  if (rows === 'MIXED_ENCODING') return rows;
  const isFilled = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '');
  const numbered = rows.map((cells, index) => ({ rowNumber: index + 1, cells })).filter(({ cells }) => isFilled(cells));
  const [header, ...rest] = numbered;
  if (header === undefined || rest.length === 0) return 'NO_ROWS';
  return { headers: header.cells.map((cell) => cell.trim()), rows: rest };
}

function csvRows(bytes: ArrayBuffer): string[][] | 'MIXED_ENCODING' | null {
  const utf8 = decoded(bytes, 'utf-8');
  if (utf8 !== null) return readCsv(utf8);
  const text = isFirstLineUtf8(bytes) ? null : decoded(bytes, 'gb18030');
  return text === null ? 'MIXED_ENCODING' : readCsv(text);
}

const NEWLINE = 10;
const ASCII = 128;

/** True where the header is UTF-8 although the whole is not: somebody joined two files. */
function isFirstLineUtf8(bytes: ArrayBuffer): boolean {
  const all = new Uint8Array(bytes);
  const end = all.indexOf(NEWLINE);
  const line = all.slice(0, end < 0 ? all.length : end);
  return line.some((byte) => byte >= ASCII) && decoded(line.buffer, 'utf-8') !== null;
}

function decoded(bytes: ArrayBuffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
