import { COLUMN_TABLES } from '#domain/imports/column-tables';
import type { ImportKind } from '#domain/imports/import-codes';
import type { Refusal } from '#domain/common/outcome';
import type { ReadRefusedRow } from './import-reader';

/** Header of the column that says why; an import drops it unread. */
const REASON_HEADER = '退回原因';

const SENTENCES: Readonly<Record<string, string>> = {
  REQUIRED: '请填写',
  TOO_LONG: '太长',
  NOT_A_DATE: '不是日期',
  NOT_MONEY: '不是金额',
  NOT_A_PHONE: '不是手机号',
  NOT_A_NUMBER: '不是数字',
  NOT_YES_OR_NO: '请填是或否',
  NOT_HALF_DAYS: '请填整天或半天',
  NEGATIVE: '不能是负数',
  MORE_HOURS_THAN_THE_DAY_HAS: '小时数超过一天24小时',
  FORMULA_NOT_ALLOWED: '不能以 = + - @ 开头',
  NOT_AN_ALLOWANCE: '请写成 名称=金额(一般|特殊环境|福利，合同，工龄|技能)',
  NOT_BACK_PAY: '请写成 以前月份=金额',
  MIXED_ENCODING: '这一行的编码与文件不同',
  OUT_OF_RANGE: '超出范围',
  UNKNOWN_TOWNSHIP: '没有这个乡镇',
  UNKNOWN_CODE: '没有这一项',
  UNKNOWN_ENTERPRISE: '没有这家企业',
  UNKNOWN_AGREEMENT: '没有这份协议',
  DATES_REVERSED: '截止早于开始',
  PAY_REVERSED: '最高低于最低',
  PAY_BELOW_MINIMUM_WAGE: '低于最低工资',
  PLEDGE_EXCEEDED: '超出协议承诺名额',
  SLOTS_IN_USE: '名额已在使用，不能减少',
  POSITION_CLOSED: '岗位已关闭',
  NO_CASEWORKER: '县里还没有专员',
  NAME_NOT_ALLOWED: '这里不能写姓名',
  IDENTITY_NUMBER_NOT_ALLOWED: '不能写身份证号',
  DUPLICATE_IN_FILE: '文件中重复',
  POSSIBLE_DUPLICATE: '可能已有此人（另一档案编号）',
  FILE_NUMBER_TAKEN: '档案编号已被使用',
  CONFLICT: '与已有数据冲突',
};

const BYTE_ORDER_MARK = '\ufeff';

/** The refused rows as a CSV file that spreadsheets open, to be mended and sent again: our columns, and why. */
export function refusedCsv(kind: ImportKind, rows: readonly ReadRefusedRow[]): string {
  const columns = COLUMN_TABLES[kind].filter(
    ({ key, isRequired }) => isRequired || rows.some(({ cells }) => cells[key] !== undefined),
  );
  const header = [...columns.map(({ header }) => header), REASON_HEADER];
  const lines = rows.map(({ cells, refusals }) => [
    ...columns.map(({ key }) => cells[key] ?? ''),
    refusals.map(reasonOf).join('；'),
  ]);
  return BYTE_ORDER_MARK + [header, ...lines].map(csvRow).join('');
}

const reasonOf = ({ code, field }: Refusal): string => {
  const sentence = SENTENCES[code] ?? code;
  return field.length === 0 ? sentence : `${field.join('、')}：${sentence}`;
};

const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",;\t\r\n]/;

/** A line of CSV with its end, in which no spreadsheet runs anything. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

/** A cell that no spreadsheet runs: what looks like a formula gets an apostrophe, which an import takes away again. */
function cellOf(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
