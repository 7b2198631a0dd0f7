import { CsvError, parse } from 'csv-parse/sync';
import { readText } from '#features/files';
import { MAX_COLUMNS, MAX_ROWS, UnreadableFile, type TableRow } from './table-row';

const DELIMITERS = [',', '\t', ';'] as const;

/** Reads a CSV file in UTF-8 or GB18030, one row more than allowed at most. Throws UnreadableFile. */
export function readCsv(bytes: Buffer): TableRow[] {
  const text = readText(bytes);
  if (text === null) throw new UnreadableFile('not text in UTF-8 or GB18030');
  return records(text).map((cells, index) => ({ rowNumber: index + 1, cells: cells.slice(0, MAX_COLUMNS) }));
}

function records(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
      to: MAX_ROWS + 1,
    });
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFile(error.code);
    throw error;
  }
}

/** Whichever separates most in the first line: spreadsheets write commas, tabs or semicolons by their settings. */
function delimiterOf(text: string): string {
  const [firstLine = ''] = text.split(/\r?\n/u, 1);
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: firstLine.split(delimiter).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}
