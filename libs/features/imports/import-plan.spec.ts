import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readClientRow, type ClientRow } from '#domain/imports/client-row';
import { TONGCHENG_LOOKUPS } from '#domain/imports/import-lookups';
import { readPayrollRow } from '#domain/imports/payroll-row';
import { readPositionRow } from '#domain/imports/position-row';
import { LISTED_TERM } from '#testing/listed-term';
import type { ImportHandler } from './import-handler';
import { planImport, type ImportPlan } from './import-plan';
import { refusedCsv } from './refused-csv';

const TODAY = '2026-04-01';
const SAMPLES = path.resolve(__dirname, '../../../samples');
const HEADER = '档案编号,姓名,手机';

const nothing = { apply: () => Promise.resolve([]) };
const clients: ImportHandler<ClientRow> = {
  ...nothing,
  read: (cells, today) => readClientRow(cells, TONGCHENG_LOOKUPS, today),
  keyOf: ({ fileNumber }) => fileNumber,
};

const plan = (bytes: Buffer, name = '名单.csv') =>
  planImport({ kind: 'CLIENTS', name, bytes, handler: clients, today: TODAY, period: null });

function planOf(...lines: readonly string[]): ImportPlan {
  const outcome = plan(Buffer.from(`${lines.join('\n')}\n`));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

const codesOf = (bytes: Buffer, name?: string): unknown => {
  const outcome = plan(bytes, name);
  return outcome.ok ? 'taken' : outcome.refusals;
};

describe('planning an import', () => {
  describe('refuses the whole file', () => {
    it.each([
      ['when it is empty', Buffer.alloc(0), { code: 'FILE_EMPTY', field: [] }],
      ['when it holds nothing but line ends', Buffer.from('\n\n\n'), { code: 'FILE_EMPTY', field: [] }],
      [
        'of 32 MiB',
        Buffer.alloc(32 * 1_024 * 1_024, 'a'),
        { code: 'TOO_LARGE', field: [], detail: { maxBytes: 20_971_520 } },
      ],
      ['that is a picture', Buffer.from('89504e470d0a1a0a00000000', 'hex'), { code: 'NOT_A_TABLE', field: [] }],
      ['that is a damaged workbook', Buffer.from('PK\u0003\u0004 xl/workbook.xml'), { code: 'NOT_A_TABLE', field: [] }],
      [
        'with a quote that is never closed',
        Buffer.from(`${HEADER}\n"2026-1,王秀英`),
        { code: 'NOT_A_TABLE', field: [] },
      ],
      ['without any of our headers', Buffer.from('a,b\n1,2\n'), { code: 'NO_HEADER', field: [] }],
      [
        'that lacks required columns, naming all of them',
        Buffer.from('档案编号,乡镇\n1,隽水镇\n'),
        { code: 'MISSING_COLUMN', field: ['姓名', '手机'] },
      ],
      [
        'that has a column twice',
        Buffer.from(`${HEADER},姓 名\n1,2,3,4\n`),
        { code: 'DUPLICATE_COLUMN', field: ['姓名'] },
      ],
      ['with a header and no row', Buffer.from(`${HEADER}\n,,\n`), { code: 'NO_ROWS', field: [] }],
      [
        'with a listed term in a header',
        Buffer.from(`${HEADER},尿检日期\n1,王秀英,13800000000,x\n`),
        { code: 'BANNED_TERM', field: [] },
      ],
      [
        'with a listed term in the last cell of our columns',
        Buffer.from(`${HEADER},意向岗位\n1,王秀英,13800000000,${LISTED_TERM[0]} ${LISTED_TERM[1]}人员岗\n`),
        { code: 'BANNED_TERM', field: [] },
      ],
    ])('%s', (_, bytes, expected) => {
      expect(codesOf(bytes)).toEqual([expected]);
    });

    it('whose name holds a listed term', () => {
      expect(codesOf(Buffer.from(`${HEADER}\n1,王秀英,13800000000\n`), '重点人员名单.csv')).toEqual([
        { code: 'BANNED_TERM', field: [] },
      ]);
    });

    it('with more than 50,000 rows, and takes one with as many', () => {
      const rows = (count: number): Buffer => Buffer.from(`${HEADER}\n${'x,,\n'.repeat(count)}`);
      expect(codesOf(rows(50_001))).toEqual([{ code: 'TOO_MANY_ROWS', field: [], detail: { most: 50_000 } }]);
      expect(codesOf(rows(50_000))).toBe('taken');
    });
  });

  it('reports columns that are not ours and never looks at their cells', () => {
    const { rows, unknownColumns } = planOf(`${HEADER},备注,家庭情况`, '1,王秀英,13800000000,前科,尿检');
    expect(unknownColumns).toEqual(['备注', '家庭情况']);
    expect(rows[0]?.cells).toEqual({ fileNumber: '1', name: '王秀英', phone: '13800000000' });
    expect(JSON.stringify(rows)).not.toContain('前科');
  });

  it('numbers rows as the file does, empty ones passed over', () => {
    const { rows } = planOf(HEADER, '', '1,王秀英,13800000000', ',,', '2,王国强,13800000001');
    expect(rows.map(({ rowNumber, key }) => [rowNumber, key])).toEqual([
      [3, '1'],
      [5, '2'],
    ]);
  });

  it('refuses the second of two rows with one file number, and keeps the first that can be read', () => {
    const { rows } = planOf(HEADER, '1,王秀英,没有', '1,王秀英,13800000000', '1,王秀英,13800000000');
    expect(rows.map(({ refusals }) => refusals.map(({ code }) => code))).toEqual([
      ['NOT_A_PHONE'],
      [],
      ['DUPLICATE_IN_FILE'],
    ]);
  });

  it('refuses an identity number in any cell, and keeps neither it nor a key made of it', () => {
    const { rows } = planOf(
      HEADER,
      '421222199001011234,王秀英,13800000000',
      '2,４２１２２２１９９００１０１１２３Ｘ,13800000001',
    );
    expect(rows.map(({ refusals, key, cells }) => ({ refusals, key, cells }))).toEqual([
      {
        refusals: [{ code: 'IDENTITY_NUMBER_NOT_ALLOWED', field: ['档案编号'] }],
        key: null,
        cells: { name: '王秀英', phone: '13800000000' },
      },
      {
        refusals: [{ code: 'IDENTITY_NUMBER_NOT_ALLOWED', field: ['姓名'] }],
        key: '2',
        cells: { fileNumber: '2', phone: '13800000001' },
      },
    ]);
  });

  it('refuses the row whose bytes are in another encoding than the file, and takes the others', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADER}\n1,王秀英,13800000000\n2,`),
      Buffer.from('cdf5', 'hex'),
      Buffer.from(',13800000001\n3,王国强,13800000002\n'),
    ]);
    const outcome = plan(bytes);
    expect(outcome.ok && outcome.value.rows.map(({ key, refusals }) => [key, refusals])).toEqual([
      ['1', []],
      ['2', [{ code: 'MIXED_ENCODING', field: ['姓名'] }]],
      ['3', []],
    ]);
  });

  it.each([
    ['CLIENTS', 'clients.csv', clients, 5],
    ['CLIENTS', 'clients.xlsx', clients, 5],
    [
      'POSITIONS',
      'positions.csv',
      { ...nothing, read: (cells) => readPositionRow(cells, TONGCHENG_LOOKUPS), keyOf: (row) => JSON.stringify(row) },
      3,
    ],
    [
      'PAYROLL',
      'payroll-2026-03.csv',
      {
        ...nothing,
        read: (cells, _today, period) => readPayrollRow(cells, period),
        keyOf: (row) => JSON.stringify(row),
      },
      5,
    ],
  ] as [ImportPlanKind, string, ImportHandler, number][])(
    'takes every row of the sample %s %s',
    (kind, name, handler, count) => {
      const bytes = readFileSync(path.join(SAMPLES, name));
      const outcome = planImport({
        kind,
        name,
        bytes,
        handler,
        today: TODAY,
        period: kind === 'PAYROLL' ? '2026-03' : null,
      });
      const rows = outcome.ok ? outcome.value.rows : [];
      expect(rows.map(({ refusals }) => refusals)).toEqual(Array.from({ length: count }, () => []));
    },
  );

  it('reads the CSV and the XLSX sample alike', () => {
    const rowsOf = (name: string) => {
      const outcome = plan(readFileSync(path.join(SAMPLES, name)), name);
      return outcome.ok ? outcome.value.rows.map(({ row }) => row) : outcome.refusals;
    };
    expect(rowsOf('clients.xlsx')).toEqual(rowsOf('clients.csv'));
  });
});

type ImportPlanKind = 'CLIENTS' | 'POSITIONS' | 'PAYROLL';

describe('the list of refused rows', () => {
  const refused = (cells: Record<string, string>, code = 'NOT_A_PHONE') => ({
    id: 'a',
    rowNumber: 2,
    result: 'REFUSED' as const,
    key: null,
    refusals: [{ code, field: ['手机'] }],
    cells,
  });

  it('opens in a spreadsheet: a byte-order mark, our headers, and why', () => {
    const csv = refusedCsv('CLIENTS', [refused({ fileNumber: '1', name: '王"秀"英', phone: 'x,y' })]);
    expect(csv).toBe('\ufeff档案编号,姓名,手机,退回原因\r\n1,"王""秀""英","x,y",手机：不是手机号\r\n');
  });

  it.each(['=1+1', '+8613800000000', '-5', '@SUM(A1)', '\tx', '\rx'])('never lets a spreadsheet run %j', (cell) => {
    const [, line = ''] = refusedCsv('CLIENTS', [refused({ fileNumber: cell, name: '王', phone: '1' })]).split('\r\n');
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it('can be mended and sent again: what was guarded is read as it was, the reason is dropped unread', () => {
    const csv = refusedCsv('CLIENTS', [refused({ fileNumber: '1', name: '王秀英', phone: '+86 138 0000 0000' })]);
    const { rows, unknownColumns } = planOf(csv);
    expect(rows[0]?.row).toMatchObject({ fileNumber: '1', phone: '13800000000' });
    expect(unknownColumns).toEqual(['退回原因']);
  });
});
