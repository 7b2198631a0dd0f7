import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { DESK, keepPicture, openBrowser, PHONE, sidewaysOverflow, takeSeat, type Seat } from './support/browser';
import { openStage, type Stage } from './support/stage';

const NAME = '周水莲';

describe('what a person may do about her data, by clicks and keys alone', () => {
  let stage: Stage;
  let browser: Browser;
  let caseworker: Seat;
  let client: Seat;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([openStage(), openBrowser()]);
    caseworker = await takeSeat(browser, stage.baseUrl, 'caseworker', DESK);
    client = await takeSeat(browser, stage.baseUrl, 'client', PHONE);
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await stage.close();
  }, 120_000);

  it('is a copy that she asks for on her phone and takes with her', async () => {
    const { page } = client;
    await page.getByRole('link', { name: '我的', exact: true }).click();
    await page.getByRole('link', { name: /^我的资料/ }).click();
    await page.getByRole('button', { name: '要一份' }).click();
    await page.getByText(/为止可以取/).waitFor(); // without a reload: the worker says that it is made
    await keepPicture(page, 'client-copy-360');
    expect(await sidewaysOverflow(page)).toBe(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /PDF/ }).click(),
    ]);
    const pdf = await readFile(await download.path());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(download.suggestedFilename()).toBe('my-data.pdf');
  });

  it('is a correction that her caseworker finds on her list of today and answers', async () => {
    await client.page.getByLabel('哪一项不对').selectOption({ label: '手机号' });
    await client.page.getByLabel('应该是什么').fill('换号了，后四位8866');
    await client.page.getByRole('button', { name: '提交' }).click();
    await client.page.getByText('已收到').waitFor();
    const { page } = caseworker;
    await page.reload();
    await page.getByText('换号了，后四位8866').waitFor();
    await keepPicture(page, 'caseworker-corrections-1280');
    await page.getByRole('button', { name: '答复', exact: true }).click();
    await page.getByRole('dialog').getByLabel('告诉本人什么').fill('已经改成新号码');
    await page.getByRole('button', { name: '发出答复' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '答复', exact: true }).waitFor({ state: 'detached' });
    await client.page.reload();
    await client.page.getByText('答复：已经改成新号码').waitFor();
  });

  it('is an erasure that she may take back, and that her caseworker confirms', async () => {
    const { page } = client;
    const ask = async (): Promise<void> => {
      await page.getByRole('button', { name: '申请删除' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: '申请删除' }).click();
      await page.getByText(/专员确认之前可以收回/).waitFor();
    };
    await ask();
    await keepPicture(page, 'client-erasure-360');
    await page.getByRole('button', { name: '不删了，收回申请' }).click();
    await page.getByRole('button', { name: '申请删除' }).waitFor();
    await ask();
    const desk = caseworker.page;
    await desk.reload();
    await desk.getByRole('button', { name: '确认删除' }).click();
    await desk.getByRole('alertdialog').getByText(NAME).waitFor();
    await keepPicture(desk, 'caseworker-erasure-1280');
    await desk.getByRole('alertdialog').getByRole('button', { name: '确认删除' }).click();
    await desk.getByRole('button', { name: '确认删除' }).waitFor({ state: 'detached' });
  });

  it('after which she is nobody’s any more: not on the list, not signed in', async () => {
    const desk = caseworker.page;
    await desk.getByRole('link', { name: /^求职者/ }).click();
    await desk.getByRole('heading', { name: '求职者', level: 1 }).waitFor();
    for (let tries = 0; tries < 60; tries += 1) {
      await desk.reload();
      await desk.getByRole('table').first().waitFor();
      if ((await desk.getByRole('link', { name: NAME }).count()) === 0) break;
    }
    expect(await desk.getByRole('link', { name: NAME }).count()).toBe(0);
    await client.page.goto('/own-data');
    await client.page.getByLabel('密码', { exact: true }).waitFor();
  });

  it('left no complaint in the caseworker’s browser', () => {
    expect(caseworker.complaints).toEqual([]);
  });
});
