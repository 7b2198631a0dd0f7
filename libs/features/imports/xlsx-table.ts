import { attribute, readSharedTexts, readSheet } from './sheet-xml';
import { UnreadableFile, type TableRow } from './table-row';
import { ZipEntries } from './zip-entries';

const SHEET = /<(?:\w+:)?sheet\s([^>]*)>/g;
const RELATION = /<(?:\w+:)?Relationship\s([^>]*)>/g;

/** Reads the first visible sheet of an XLSX workbook. Throws UnreadableFile. */
export function readXlsx(bytes: Buffer): TableRow[] {
  const parts = new ZipEntries(bytes);
  const sheet = parts.text(sheetPath(parts));
  if (sheet === null) throw new UnreadableFile('the workbook has no sheet');
  const shared = parts.text('xl/sharedStrings.xml');
  return readSheet(sheet, shared === null ? [] : readSharedTexts(shared));
}

function sheetPath(parts: ZipEntries): string {
  const sheets = [...(parts.text('xl/workbook.xml') ?? '').matchAll(SHEET)].map(([, tag]) => tag ?? '');
  const first = sheets.find((tag) => (attribute(tag, 'state') ?? 'visible') === 'visible');
  const id = first === undefined ? null : attribute(first, 'id');
  const relations = [...(parts.text('xl/_rels/workbook.xml.rels') ?? '').matchAll(RELATION)].map(
    ([, tag]) => tag ?? '',
  );
  const target = relations.find((tag) => attribute(tag, 'Id') === id);
  if (id === null || target === undefined) throw new UnreadableFile('the workbook names no sheet');
  const path = attribute(target, 'Target') ?? '';
  return path.startsWith('/') ? path.slice(1) : `xl/${path}`;
}
