import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { DESK, keepPicture, openBrowser, PHONE, sidewaysOverflow, takeSeat } from './support/browser';
import { openStage, type Stage } from './support/stage';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** A screen fits its window, has no barrier, and is kept as a picture. */
async function looksRight(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await keepPicture(page, name);
  await page.evaluate(AXE);
  const barriers = await page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id))`,
  );
  expect({ name, overflow: await sidewaysOverflow(page), barriers }).toEqual({ name, overflow: 0, barriers: [] });
}

describe('a trainee’s first sign-in', () => {
  let stage: Stage;
  let browser: Browser;
  let database: pg.Pool;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([openStage(), openBrowser()]);
    database = new pg.Pool({ connectionString: stage.migrateUrl, max: 2 });
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await database.end();
    await stage.close();
  }, 120_000);

  /** The caseworker opens a client who never signed in (the first one is the demo’s) and issues a code: login and code as they stand in the letter. */
  async function letterInHand(): Promise<{ login: string; code: string }> {
    const { page, context, complaints } = await takeSeat(browser, stage.baseUrl, 'caseworker', DESK);
    await page.goto('/clients');
    await page.getByRole('table').getByRole('link').nth(1).click();
    await page.getByRole('link', { name: '首次登录' }).click();
    await page.getByRole('button', { name: '发登录码' }).click();
    const letter = page.getByRole('article', { name: '信的预览' });
    await letter.waitFor();
    await looksRight(page, 'letter-desk');
    await page.getByLabel('二维码里带上登录码').check();
    const [login = '', code = ''] = await letter.locator('dd').allTextContents();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.getByRole('button').count()).toBe(0);
    await page.setViewportSize({ width: 794, height: 1_123 }); // A4 at 96 dots per inch
    await keepPicture(page, 'letter-print');
    expect(complaints).toEqual([]);
    await context.close();
    return { login, code };
  }

  it('goes from the caseworker’s letter to six digits, and a remembered phone shows lessons alone', async () => {
    const { login, code } = await letterInHand();
    expect(login).toMatch(/^\d{8}$/);
    const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', baseURL: stage.baseUrl });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    await page.goto(`/sign-in#first=${login}`);
    await page.getByLabel('登录码（12位数字）').fill(code);
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.getByLabel('账号', { exact: true }).inputValue()).toBe(login);
    await looksRight(page, 'first-code-phone');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '选6位数字' }).waitFor();
    await looksRight(page, 'first-pin-phone');
    await page.getByLabel('新的6位数字').fill('123456');
    await page.getByLabel('再写一次').fill('123456');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('新的6位数字').fill('582034');
    await page.getByLabel('再写一次').fill('582034');
    await page.getByLabel('记住这台手机30天').check();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: '课程表', level: 1 }).waitFor({ state: 'attached' });
    await page.goto('/account');
    await page.getByRole('heading', { name: '这台手机' }).waitFor();
    await looksRight(page, 'own-phone');
    await staysShutUntilTheDigits(page);
    await context.close();
  }, 240_000);

  /** Half an hour later the phone shows lessons alone; pay, work and her own data wait for the digits. */
  async function staysShutUntilTheDigits(page: Page): Promise<void> {
    await page.goto('/work');
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await database.query(`update phone_session set seen_at = now() - interval '31 minutes'`);
    await page.goto('/lessons');
    await page.getByRole('heading', { name: '课程表', level: 1 }).waitFor({ state: 'attached' });
    for (const path of ['/pay', '/work', '/mine', '/complaints', '/account']) {
      await page.goto(path);
      await page.getByRole('heading', { name: '请输6位数字' }).waitFor();
    }
    await looksRight(page, 'locked-phone');
    await page.getByLabel('6位数字', { exact: true }).fill('582035');
    await page.getByRole('button', { name: '打开' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('heading', { name: '请输6位数字' }).waitFor();
    await page.getByLabel('6位数字', { exact: true }).fill('582034');
    await page.getByRole('button', { name: '打开' }).click();
    await page.getByRole('heading', { name: '这台手机' }).waitFor();
  }
});
