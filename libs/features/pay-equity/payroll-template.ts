import ExcelJS from 'exceljs';
import { PAYROLL_COLUMNS, type PayrollColumnKey } from '#domain/imports/payroll-columns';

const BYTE_ORDER_MARK = '\ufeff';
const MOST_ROWS = 1_000;
const COLUMN_WIDTH = 14;

const YES_NO = '"是,否"';
const LISTS: Readonly<Partial<Record<PayrollColumnKey, string>>> = {
  shiftPattern: '"白班,中班,夜班,倒班"',
  employmentType: '"全日制,非全日制,派遣"',
  hoursSystem: '"标准工时,综合工时,不定时"',
  payBasis: '"月薪,时薪,计件"',
  onProbation: YES_NO,
  pensionEnrolled: YES_NO,
  medicalEnrolled: YES_NO,
  unemploymentEnrolled: YES_NO,
  injuryEnrolled: YES_NO,
};

const NOTES: readonly string[] = [
  '带 * 的列每行必填，其余没有就留空；列的顺序可以变，不用的列可以删。',
  '工号请填贵企业自己的工号或代号，不写姓名和证件号。上传页可以把工号换成代号，口令留在贵企业。',
  '金额写元，最多两位小数；天数写整天或半天；工时写小时。',
  '津贴各列以外的写在“其他津贴”，例如：全勤奖=200(一般,合同)；高温=150(特殊环境)。',
  '括号里写：一般、特殊环境或福利；合同约定的加“合同”；按公布办法因年限或技能发的加“工龄”或“技能”。',
  '补发以前月份的工资写在“补发工资”，例如：2026-01=90.00；2026-02=50。',
  '年终奖按十二分之一计入当月“奖金”。',
  '一个文件就是这个月的全部人员；再次上传以最后一次为准，以前的版本保留。',
];

const headers = (): string[] => PAYROLL_COLUMNS.map(({ header, isRequired }) => (isRequired ? `${header}*` : header));

/** The template as a CSV file that spreadsheets open. */
export const payrollTemplateCsv = (): string => `${BYTE_ORDER_MARK}${headers().join(',')}\r\n`;

/** The template as a workbook: the sheet to fill in, with lists to choose from, and one that explains it. */
export async function payrollTemplateXlsx(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('工资表', { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
  sheet.addRow(headers()).font = { bold: true };
  PAYROLL_COLUMNS.forEach(({ key, header }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = Math.max(COLUMN_WIDTH, header.length * 2 + 2);
    // Numbers that begin with zeros stay as they were typed.
    if (key === 'employeeNumber' || key === 'jobCode') column.numFmt = '@';
    const list = LISTS[key];
    if (list === undefined) return;
    for (let row = 2; row <= MOST_ROWS; row += 1)
      sheet.getCell(row, index + 1).dataValidation = { type: 'list', allowBlank: true, formulae: [list] };
  });
  const notes = workbook.addWorksheet('填写说明');
  notes.getColumn(1).width = 90;
  NOTES.forEach((note) => notes.addRow([note]));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
