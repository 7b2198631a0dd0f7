import type { Browser } from 'playwright-core';
import { DESK, keepPicture, openBrowser, PHONE, sidewaysOverflow, takeSeat, type Seat } from './support/browser';
import { openStage, type Stage } from './support/stage';

const NAME = '周水莲';
const ENTERPRISE = '云溪线束有限公司';
const PAPER = { name: 'signed.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n% signed\n') };

describe('a consent beside the job, by clicks and keys alone', () => {
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

  async function chooseScope(purpose: string, group: string): Promise<void> {
    const drawer = caseworker.page.getByRole('dialog');
    await drawer.getByLabel('做什么用').selectOption({ label: purpose });
    await drawer.getByLabel('给谁').selectOption({ label: ENTERPRISE });
    await drawer.getByRole('checkbox', { name: group }).check();
  }

  it('is asked for by her caseworker', async () => {
    const { page } = caseworker;
    await page.getByRole('link', { name: /^求职者/ }).click();
    await page.getByRole('heading', { name: '求职者', level: 1 }).waitFor();
    await page.getByRole('link', { name: NAME }).first().click();
    await page.getByRole('link', { name: '同意与披露' }).click();
    await page.getByRole('button', { name: '请本人同意' }).click();
    await chooseScope('工资核查', '工资');
    await keepPicture(page, 'caseworker-ask-consent-1280');
    await page.getByRole('button', { name: '发给本人' }).click();
    await page.getByText('等本人答复').waitFor();
  });

  it('stands on her phone in plain words, with what happens on a no', async () => {
    const { page } = client;
    await page.reload();
    await page.getByRole('link', { name: '有1件资料的事等你决定' }).click();
    await page.getByRole('heading', { name: `${ENTERPRISE}要看你的资料，行不行` }).waitFor();
    await page.getByText('什么都不会变').waitFor();
    expect(await sidewaysOverflow(page)).toBe(0);
    await keepPicture(page, 'client-consent-request-360');
    await page.getByRole('button', { name: '同意', exact: true }).click();
    await page.getByRole('button', { name: '收回' }).waitFor();
    await keepPicture(page, 'client-consents-360');
  });

  it('is taken back as near as it was given', async () => {
    const { page } = client;
    await page.getByRole('button', { name: '收回' }).click();
    await page.getByRole('alertdialog').getByText('其他事情都不受影响').waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: '收回' }).click();
    await page.getByText('没有给任何人看').waitFor();
  });

  it('is recorded from a paper, and she is told', async () => {
    const { page } = caseworker;
    await page.reload();
    await page.getByRole('button', { name: '登记纸质同意' }).click();
    await chooseScope('工资核查', '工资');
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(PAPER);
    await page.getByText('signed.pdf').waitFor();
    await keepPicture(page, 'caseworker-record-consent-1280');
    await page.getByRole('button', { name: '登记同意' }).click();
    await page.getByRole('link', { name: '签字纸' }).waitFor();
    await keepPicture(page, 'caseworker-consents-1280');
    await client.page.reload();
    await client.page.getByText('按你签的纸登记了这份同意').waitFor();
    await keepPicture(client.page, 'client-recorded-consent-360');
    await client.page.getByRole('button', { name: '我看到了' }).click();
    await client.page.getByRole('button', { name: '我看到了' }).waitFor({ state: 'detached' });
  });

  it('left no complaint in any browser', () => {
    expect([caseworker, client].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
