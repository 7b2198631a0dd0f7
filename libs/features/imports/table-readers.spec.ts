import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { readCsv } from './csv-table';
import { UnreadableFile, type TableRow } from './table-row';
import { readXlsx } from './xlsx-table';

const SAMPLES = path.resolve(__dirname, '../../../samples');
const cellsOf = (rows: readonly TableRow[]): (readonly string[])[] => rows.map(({ cells }) => cells);

describe('reading a CSV file', () => {
  const TEXT = '档案编号,姓名\r\n2026-1,"王，秀\n英"\r\n';
  // 档案编号,姓名 / 2026-1,王 in GB18030
  const GB18030 = Buffer.from('b5b5b0b8b1e0bac52cd0d5c3fb0a323032362d312ccdf50a', 'hex');

  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${TEXT}`)],
  ])('reads %s, line ends inside quotes kept', (_, bytes) => {
    expect(cellsOf(readCsv(bytes))).toEqual([
      ['档案编号', '姓名'],
      ['2026-1', '王，秀\n英'],
    ]);
  });

  it('recognises GB18030', () => {
    expect(cellsOf(readCsv(GB18030))).toEqual([
      ['档案编号', '姓名'],
      ['2026-1', '王'],
    ]);
  });

  it.each([
    ['tabs', 'a\tb\n1\t2,5\n'],
    ['semicolons', 'a;b\n1;2,5\n'],
  ])('recognises %s between the cells', (_, text) => {
    expect(cellsOf(readCsv(Buffer.from(text)))[1]).toEqual(['1', '2,5']);
  });

  it('counts rows as in the file, empty ones among them, and keeps rows of unequal length', () => {
    const rows = readCsv(Buffer.from('a,b\n\n1\n1,2,3\n'));
    expect(rows.map(({ rowNumber, cells }) => [rowNumber, cells.length])).toEqual([
      [1, 2],
      [2, 1],
      [3, 1],
      [4, 3],
    ]);
  });

  it('refuses a quote that is never closed, and bytes that are no text', () => {
    expect(() => readCsv(Buffer.from('a,b\n"1,2\n'))).toThrow(UnreadableFile);
    expect(() => readCsv(Buffer.from([0x61, 0x00, 0xff, 0xfe]))).toThrow(UnreadableFile);
  });
});

describe('reading an XLSX file', () => {
  async function workbook(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> {
    const book = new ExcelJS.Workbook();
    fill(book.addWorksheet('表'), book);
    return Buffer.from(await book.xlsx.writeBuffer());
  }

  it('gives text, numbers as they were typed, dates as serial numbers, and formulas by their result', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['王 & 李 <x>', 13_800_000_000, 1970.1, new Date('2026-04-01T00:00:00Z'), true]);
      sheet.addRow([{ formula: 'B1', result: 42 }, null, { richText: [{ text: '压' }, { text: '接' }] }, '  前后  ']);
    });
    expect(cellsOf(readXlsx(bytes))).toEqual([
      ['王 & 李 <x>', '13800000000', '1970.1', '46113', '1'],
      ['42', '', '压接', '  前后  '],
    ]);
  });

  it('keeps the row numbers of the sheet and passes over rows without content', async () => {
    const bytes = await workbook((sheet) => {
      sheet.getCell('B3').value = '三';
      sheet.getRow(9_000).getCell(1).style = { font: { bold: true } };
    });
    expect(readXlsx(bytes)).toEqual([{ rowNumber: 3, cells: ['', '三'] }]);
  });

  it('reads the first sheet that is not hidden', async () => {
    const bytes = await workbook((sheet, book) => {
      sheet.state = 'hidden';
      sheet.addRow(['藏']);
      book.addWorksheet('看得见').addRow(['见']);
    });
    expect(cellsOf(readXlsx(bytes))).toEqual([['见']]);
  });

  it('reads the sample as people see it', () => {
    const rows = readXlsx(readFileSync(path.join(SAMPLES, 'clients.xlsx')));
    expect(rows.map(({ cells }) => cells[1])).toEqual(['姓名*', '万秀英', '汪国强', '丁小兰', '卢建平', '程玉珍']);
    expect(rows[1]?.cells.at(-1)).toBe('46113');
  });

  it('refuses a damaged file, one cut in half, and one without a sheet', async () => {
    const bytes = await workbook((sheet) => sheet.addRow(['a']));
    const broken = Buffer.from(bytes).fill(0x5a, 100, bytes.length - 1_500);
    expect(() => readXlsx(bytes.subarray(0, bytes.length / 2))).toThrow(UnreadableFile);
    expect(() => readXlsx(broken)).toThrow(UnreadableFile);
    expect(() => readXlsx(zipOf('xl/other.xml', Buffer.from('<x/>')))).toThrow(UnreadableFile);
  });

  it('refuses a part that would unpack to more than its bound, before it does', () => {
    const bomb = zipOf('xl/workbook.xml', Buffer.alloc(300 * 1_024 * 1_024));
    expect(bomb.length).toBeLessThan(400_000);
    expect(() => readXlsx(bomb)).toThrow(UnreadableFile);
  });
});

/** An archive of one part. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}
