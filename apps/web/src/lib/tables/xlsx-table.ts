const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;
const MOST_BYTES = 200 * 1_024 * 1_024;

/** The rows of the first visible sheet of a workbook; null where it is none. Formulas give the value they last had. */
export async function readXlsx(bytes: ArrayBuffer): Promise<string[][] | null> {
  const entries = entriesOf(new DataView(bytes));
  if (entries === null) return null;
  const xml = async (path: string): Promise<Document | null> => {
    const entry = entries.get(path);
    if (entry === undefined) return null;
    return new DOMParser().parseFromString(await textOf(bytes, entry), 'application/xml');
  };
  const workbook = await xml('xl/workbook.xml');
  const relations = await xml('xl/_rels/workbook.xml.rels');
  if (workbook === null || relations === null) return null;
  const path = firstSheet(workbook, relations);
  const sheet = path === null ? null : await xml(path);
  return sheet === null ? null : rowsOf(sheet, sharedTexts(await xml('xl/sharedStrings.xml')));
}

interface Entry {
  readonly start: number;
  readonly size: number;
  readonly isDeflated: boolean;
}

function entriesOf(view: DataView): ReadonlyMap<string, Entry> | null {
  let end = view.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) return null;
  const found = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, nameLength));
    const local = view.getUint32(at + 42, true);
    if (local + 30 > view.byteLength) return null;
    found.set(name, {
      start: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
      size: view.getUint32(at + 20, true),
      isDeflated: view.getUint16(at + 10, true) === DEFLATED,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
}

/** Unpacks an entry; stops where it would grow beyond what any table needs. */
async function textOf(bytes: ArrayBuffer, { start, size, isDeflated }: Entry): Promise<string> {
  const packed = bytes.slice(start, start + size);
  if (!isDeflated) return new TextDecoder().decode(packed);
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    if (length > MOST_BYTES) throw new RangeError('The workbook is too large.');
    text += decoder.decode(value, { stream: true });
  }
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function firstSheet(workbook: Document, relations: Document): string | null {
  const sheets = [...workbook.getElementsByTagNameNS('*', 'sheet')];
  const sheet = sheets.find((one) => (one.getAttribute('state') ?? 'visible') === 'visible');
  const id = sheet?.getAttributeNS(RELATIONS, 'id') ?? sheet?.getAttribute('r:id');
  const relation = [...relations.getElementsByTagNameNS('*', 'Relationship')].find(
    (one) => one.getAttribute('Id') === id,
  );
  const target = relation?.getAttribute('Target');
  if (target === null || target === undefined) return null;
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

const textsIn = (element: Element): string =>
  [...element.getElementsByTagNameNS('*', 't')]
    .filter((one) => one.parentElement?.localName !== 'rPh')
    .map((one) => one.textContent)
    .join('');

const sharedTexts = (shared: Document | null): readonly string[] =>
  shared === null ? [] : [...shared.getElementsByTagNameNS('*', 'si')].map(textsIn);

function rowsOf(sheet: Document, shared: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const element of sheet.getElementsByTagNameNS('*', 'row')) {
    const number = Number(element.getAttribute('r') ?? rows.length + 1);
    while (rows.length < number - 1) rows.push([]);
    const row: string[] = [];
    for (const cell of element.getElementsByTagNameNS('*', 'c')) {
      const column = columnOf(cell.getAttribute('r')) ?? row.length;
      while (row.length < column) row.push('');
      row[column] = valueOf(cell, shared);
    }
    rows.push(row);
  }
  return rows;
}

/** A → 0, Z → 25, AA → 26. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function valueOf(cell: Element, shared: readonly string[]): string {
  const type = cell.getAttribute('t');
  if (type === 'inlineStr') return textsIn(cell);
  const value = cell.getElementsByTagNameNS('*', 'v')[0]?.textContent ?? '';
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? '是' : '否';
  if (type === 'e') return '';
  return type === 'str' ? value : plainNumber(value);
}

/** 0.1 + 0.2 as a person reads it. */
function plainNumber(value: string): string {
  if (!/[.eE]/.test(value)) return value;
  const number = Number(value);
  return Number.isFinite(number) ? String(Math.round(number * 1e8) / 1e8) : value;
}
