import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { DESK, keepPicture, openBrowser, takeSeat, type Seat } from './support/browser';
import { openStage, type Stage } from './support/stage';
import { ROOT } from './support/process';

const SAMPLE = readFileSync(path.join(ROOT, 'samples/clients.csv'), 'utf8');
const WITH_TWO_BAD = `${SAMPLE}T-1,王秀英,123,,隽水镇,,,,,,,\nT-2,=1+1,13000009009,,某镇,,,,,,,\n`;

describe('a caseworker brings in the list of her office', () => {
  let stage: Stage;
  let browser: Browser;
  let seat: Seat;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([openStage(), openBrowser()]);
    seat = await takeSeat(browser, stage.baseUrl, 'caseworker', DESK);
    await seat.page.getByRole('link', { name: '导入求职者' }).click();
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await stage.close();
  }, 120_000);

  async function send(name: string, content: string | Buffer): Promise<void> {
    const { page } = seat;
    await page.getByRole('radio', { name: '求职者' }).check();
    await page.getByLabel('表格文件').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
    await page.getByRole('status').filter({ hasText: name }).waitFor();
    await page.getByRole('button', { name: '开始导入' }).click();
    await page.getByLabel('导入结果').waitFor();
  }

  const counts = async (): Promise<string[]> => seat.page.getByLabel('导入结果').locator('dd').allTextContents();

  it('is asked for a file before anything is sent', async () => {
    const { page } = seat;
    await page.getByRole('radio', { name: '求职者' }).check();
    await page.getByRole('button', { name: '开始导入' }).click();
    await page.getByText('请先选择文件。').waitFor();
  });

  it('keeps the good rows, and says of each bad one where and why', async () => {
    const { page } = seat;
    await send('名单.csv', WITH_TWO_BAD);
    await page.getByText('已完成').waitFor();
    expect(await counts()).toEqual(['5', '0', '0', '2']);
    await page.getByRole('row', { name: /T-1 手机：不是手机号/ }).waitFor();
    await page.getByRole('row', { name: /T-2 乡镇：没有这个乡镇/ }).waitFor();
    await keepPicture(page, 'caseworker-import-1280');
  });

  it('downloads the bad rows in a form that no spreadsheet runs, mends them, and sends them again', async () => {
    const { page } = seat;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载需修改的行' }).click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv).toContain("T-2,'=1+1,13000009009");
    const mended = csv.replace(',123,', ',13000009008,').replace('某镇', '隽水镇').replace("'=1+1", '李明');
    await page.getByRole('link', { name: '回到导入' }).click();
    await send('改好.csv', mended);
    await page.getByText('已完成').waitFor();
    expect(await counts()).toEqual(['2', '0', '0', '0']);
  });

  it('changes nothing by sending the same file twice', async () => {
    const { page } = seat;
    await page.getByRole('link', { name: '回到导入' }).click();
    await send('名单.csv', SAMPLE);
    await page.getByText('已完成').waitFor();
    expect(await counts()).toEqual(['0', '0', '5', '0']);
  });

  it('tries a file out and is told that nothing of it was written', async () => {
    const { page } = seat;
    await page.getByRole('link', { name: '回到导入' }).click();
    await page.getByRole('checkbox', { name: /只试一遍/ }).check();
    await send(
      '试试.csv',
      SAMPLE.replaceAll('TC-26', 'TX-26').replaceAll('130000090', '130000080').replace('130 0000 9', '130 0000 8'),
    );
    await page.getByText('已完成').waitFor();
    expect(await counts()).toEqual(['5', '0', '0', '0']);
    await page.reload();
    await page
      .getByText(/没有写入|不写入|没有保存/)
      .first()
      .waitFor();
  });

  it('is told when nothing of a file can be taken', async () => {
    const { page } = seat;
    await page.getByRole('link', { name: '回到导入' }).click();
    await send('别的.csv', '甲,乙\n1,2\n');
    await page.getByRole('alert').filter({ hasText: '第一行没有认得出的列名' }).waitFor();
    expect(seat.complaints).toEqual([]);
  });
});
