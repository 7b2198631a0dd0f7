import type { Page } from 'playwright-core';

/** Kept in the enterprise: under it its numbers become the codes that are sent. */
export const PASSPHRASE = '云溪同工人事科自己保管口令';

/** July as the enterprise has it: one line of hers, 90 yuan below the minimum wage, and two of colleagues. */
export const JULY = Buffer.from(
  `工号,岗位编码,职级,应出勤天数,基本工资,备注
Z-2607,J-60101,1,23,"1,880.00",
C1-901,J-60101,1,23,2600,
C1-902,J-60101,1,23,2650元,
`,
);

/** August with the back-pay for July. */
export const AUGUST = Buffer.from(
  `工号,岗位编码,职级,应出勤天数,基本工资,补发工资,备注
Z-2607,J-60101,1,21,2100,2026-07=90.00,
C1-901,J-60101,1,21,2600,,
C1-902,J-60101,1,21,2650,,
`,
);

/** Reads a month's payroll in the browser and has it checked; nothing is sent by that. */
export async function checkPayroll(page: Page, month: number, file: Buffer): Promise<void> {
  const name = `gongzi-2026-0${month}.csv`;
  await page.getByRole('link', { name: `上传工资表 2026年${month}月` }).click();
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: file });
  await page.getByText(`已读取${name}，共3行`).waitFor();
  await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('再输一次口令').fill(PASSPHRASE);
  await page.getByRole('button', { name: '检查', exact: true }).click();
}
