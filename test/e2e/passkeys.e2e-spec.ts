import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { withFingerSensor } from './support/authenticator';
import { DESK, keepPicture, openBrowser, PHONE, sidewaysOverflow, takeSeat } from './support/browser';
import { openStage, PASSWORD, type Stage } from './support/stage';

describe('passkeys in a browser', () => {
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

  async function setUp(page: Page, name: string): Promise<void> {
    await page.goto('/account');
    const card = page.getByRole('region', { name: '通行密钥' });
    await card.getByRole('button', { name: '在这台设备上设置' }).click();
    await card.getByLabel(/给它起个名字/).fill(name);
    await page.keyboard.press('Enter');
    await card.getByText('已设好').waitFor();
    await card.getByText(name).waitFor();
  }

  async function enterByPasskey(page: Page): Promise<void> {
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '用通行密钥登录' }).click();
    await page.getByLabel('密码').waitFor({ state: 'detached' });
  }

  it('are set up by a caseworker, open the door alone, take the second step, and prove who she is', async () => {
    const seat = await takeSeat(browser, stage.baseUrl, 'administrator', DESK);
    const { page } = seat;
    await withFingerSensor(seat);
    await setUp(page, '办公室电脑');
    await keepPicture(page, 'passkeys-1280');
    await enterByPasskey(page);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByLabel('手机号或账号').waitFor();
    await keepPicture(page, 'sign-in-passkey-1280');
    await page.getByLabel('手机号或账号').fill('administrator');
    await page.getByLabel('密码').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('请用通行密钥完成第二步').waitFor();
    await keepPicture(page, 'second-step-passkey-1280');
    await page.getByRole('button', { name: '用通行密钥完成' }).click();
    await page.getByLabel('密码').waitFor({ state: 'detached' });
    await database.query(`update session set proved_at = now() - interval '6 minutes'`);
    await page.goto('/account');
    await page.getByRole('button', { name: '移除 办公室电脑' }).click();
    await page.getByRole('button', { name: '移除', exact: true }).last().click();
    await page.getByRole('button', { name: '用通行密钥确认' }).waitFor();
    await keepPicture(page, 'proof-passkey-1280');
    await page.getByRole('button', { name: '用通行密钥确认' }).click();
    await page.getByText('还没有设置').waitFor();
    expect(seat.complaints).toEqual([]);
    await seat.context.close();
  }, 240_000);

  it('fit a trainee’s phone', async () => {
    const seat = await takeSeat(browser, stage.baseUrl, 'client', PHONE);
    const { page } = seat;
    await withFingerSensor(seat);
    await setUp(page, '我的手机');
    await keepPicture(page, 'passkeys-360');
    expect(await sidewaysOverflow(page)).toBe(0);
    await enterByPasskey(page);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(seat.complaints).toEqual([]);
    await seat.context.close();
  }, 240_000);
});
