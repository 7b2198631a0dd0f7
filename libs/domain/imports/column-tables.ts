import { normaliseCell } from './cell-values';
import { column, type ImportColumn } from './import-column';
import type { ImportKind } from './import-codes';
import { PAYROLL_COLUMNS } from './payroll-columns';

export type { ImportColumn } from './import-column';
export { PAYROLL_COLUMNS, type PayrollColumnKey } from './payroll-columns';

/** The columns of a file of clients. */
export const CLIENT_COLUMNS = [
  column('fileNumber', '档案编号', true),
  column('name', '姓名', true),
  column('phone', '手机', true),
  column('birthYear', '出生年'),
  column('township', '乡镇'),
  column('educationCode', '学历'),
  column('skills', '技能'),
  column('certificates', '证书'),
  column('desiredOccupations', '意向岗位'),
  column('minAcceptablePayFen', '最低月薪'),
  column('weeklyHoursAvailable', '每周工时'),
  column('availableFrom', '可上岗日期'),
] as const;

/** The columns of a file of positions. */
export const POSITION_COLUMNS = [
  column('positionNumber', '岗位编号', true),
  column('enterprise', '企业', true),
  column('agreementNumber', '协议编号', true),
  column('title', '岗位名称', true),
  column('occupation', '职业'),
  column('duties', '职责'),
  column('township', '乡镇', true),
  column('site', '厂区'),
  column('shift', '班次', true),
  column('weeklyHours', '每周工时', true),
  column('payMinFen', '最低月薪', true),
  column('payMaxFen', '最高月薪', true),
  column('payBasis', '计薪方式'),
  column('requiredSkills', '必备技能'),
  column('wishedSkills', '加分技能'),
  column('requiredCertificates', '必备证书'),
  column('benefits', '福利'),
  column('slotsTotal', '名额', true),
  column('openFrom', '开始日期'),
  column('closesOn', '截止日期'),
] as const;

/** The keys of the columns of a file of clients. */
export type ClientColumnKey = (typeof CLIENT_COLUMNS)[number]['key'];

/** The keys of the columns of a file of positions. */
export type PositionColumnKey = (typeof POSITION_COLUMNS)[number]['key'];

/** The column table of each kind of file. */
export const COLUMN_TABLES: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  CLIENTS: CLIENT_COLUMNS,
  POSITIONS: POSITION_COLUMNS,
  PAYROLL: PAYROLL_COLUMNS,
};

/** A row's cells by column key, as text; a column that the file does not have is left out. */
export type RowCells<K extends string = string> = Readonly<Partial<Record<K, string>>>;

/** A header as it is compared: full-width made plain, the star of a required column and all spaces gone. */
export const normaliseHeader = (header: string): string => normaliseCell(header).replace(/[*\s]/gu, '');
