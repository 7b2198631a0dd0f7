import { MAX_COLUMNS, MAX_ROWS, type TableRow } from './table-row';

/** One tag or one piece of text of a part; prefixes of names (x:row) are passed over. */
const TOKEN = /<(\/?)(?:\w+:)?(row|c|v|t|si|rPh)(?=[\s/>])([^>]*?)(\/?)>|([^<>]+)/g;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const ENTITY = /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi;
const ESCAPED = /_x([0-9A-F]{4})_/g;
const MAX_CODE_POINT = 0x10_ff_ff;

/** Text as it stands in XML, its entities and the escapes of spreadsheets (_x000D_) resolved. */
export function plainText(xml: string): string {
  const resolved = xml.replace(ENTITY, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point > 0 && point <= MAX_CODE_POINT ? String.fromCodePoint(point) : '';
  });
  return resolved.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The value of an attribute by its name, any prefix. */
export function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag);
  return value === null ? null : plainText(value[1] ?? value[2] ?? '');
}

/** The texts that the cells of a workbook share; reading aids above Chinese characters (rPh) are no part of them. */
export function readSharedTexts(xml: string): string[] {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let isAid = false;
  for (const [, closes, name, , selfCloses, words] of xml.matchAll(TOKEN)) {
    const opens = closes === '' && selfCloses === '';
    if (name === 't') isText = opens;
    else if (name === 'rPh') isAid = opens;
    else if (name === 'si' && (closes === '/' || selfCloses === '/')) texts.push(plainText(text));
    if (name === 'si') text = '';
    if (words !== undefined && isText && !isAid) text += words;
  }
  return texts;
}

interface OpenCell {
  readonly place: number;
  readonly type: string;
  text: string;
}

/** Reads the rows of a sheet, one more than allowed at most. Dates stay the serial numbers that they are. */
export function readSheet(xml: string, sharedTexts: readonly string[]): TableRow[] {
  const reader = new SheetReader(sharedTexts);
  for (const [, closes, name, attributes, selfCloses, words] of xml.matchAll(TOKEN)) {
    if (words !== undefined) reader.text(words);
    else if (closes === '/') reader.close(name ?? '');
    else {
      reader.open(name ?? '', attributes ?? '');
      if (selfCloses === '/') reader.close(name ?? '');
    }
    if (reader.rows.length > MAX_ROWS) break;
  }
  return reader.rows;
}

class SheetReader {
  readonly rows: TableRow[] = [];
  private rowNumber = 0;
  private cells: string[] = [];
  private cell: OpenCell | null = null;
  private isValue = false;
  private isAid = false;

  constructor(private readonly sharedTexts: readonly string[]) {}

  open(name: string, attributes: string): void {
    if (name === 'row') {
      this.rowNumber = Number(attribute(attributes, 'r') ?? this.rowNumber + 1);
      this.cells = [];
    } else if (name === 'c') {
      const place = columnOf(attribute(attributes, 'r')) ?? this.cells.length;
      this.cell = { place, type: attribute(attributes, 't') ?? 'n', text: '' };
    } else if (name === 'v' || name === 't') this.isValue = true;
    else if (name === 'rPh') this.isAid = true;
  }

  text(words: string): void {
    if (this.isValue && !this.isAid && this.cell !== null) this.cell.text += words;
  }

  close(name: string): void {
    if (name === 'row') this.endRow();
    else if (name === 'c') this.endCell();
    else if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'rPh') this.isAid = false;
  }

  /** Sheets often end in thousands of rows that hold a format and nothing else. */
  private endRow(): void {
    if (this.cells.some((cell) => cell !== '')) this.rows.push({ rowNumber: this.rowNumber, cells: this.cells });
  }

  private endCell(): void {
    const { cell } = this;
    this.cell = null;
    if (cell === null || cell.place >= MAX_COLUMNS) return;
    while (this.cells.length < cell.place) this.cells.push('');
    this.cells[cell.place] = this.valueOf(cell);
  }

  private valueOf({ type, text }: OpenCell): string {
    if (type === 's') return this.sharedTexts[Number(text)] ?? '';
    if (type === 'n') return plainNumber(text);
    return type === 'e' ? '' : plainText(text);
  }
}

const LETTERS = /^([A-Z]{1,3})\d*$/;
const ALPHABET = 26;
const BEFORE_A = 64;

/** The place of a cell in its row by its reference ('C7' → 2); null where it has none. */
function columnOf(reference: string | null): number | null {
  const letters = LETTERS.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((place, letter) => place * ALPHABET + letter.charCodeAt(0) - BEFORE_A, 0) - 1;
}

const INTEGER = /^-?\d{1,15}$/;
const SIGNIFICANT = 15;

/** A number as a person would type it: spreadsheets keep 1970.1 as 1970.0999999999999 and 13800000000 as 1.38E10. */
function plainNumber(text: string): string {
  const bare = text.trim();
  if (bare === '' || INTEGER.test(bare)) return bare;
  const value = Number(bare);
  return Number.isFinite(value) ? String(Number(value.toPrecision(SIGNIFICANT))) : '';
}
