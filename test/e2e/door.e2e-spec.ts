import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { DESK, keepPicture, openBrowser, PHONE, sidewaysOverflow, takeSeat, type Seat } from './support/browser';
import { openStage, PASSWORD, type Stage } from './support/stage';

describe('the door, while somebody is at work', () => {
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

  const count = async (sql: string): Promise<number> =>
    (await database.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]?.n ?? -1;
  /** Lets time go by for the sessions of an account: its last proof or its last request lies that far back. */
  const timeGoesBy = (login: string, column: 'proved_at' | 'last_seen_at', span: string): Promise<unknown> =>
    database.query(
      `update session set ${column} = now() - $2::interval where account_id = (select id from user_account where login = $1)`,
      [login, span],
    );
  const layer = (page: Page) => page.locator('dialog.over-page');
  const leave = async ({ context, complaints }: Seat): Promise<void> => {
    expect(complaints.filter((one) => !one.includes('401'))).toEqual([]); // the browser reports each 401 of /live itself
    await context.close();
  };

  async function fillInvitation(page: Page, login: string): Promise<void> {
    await page.goto('/members');
    await page.getByRole('button', { name: '邀请人员' }).click();
    const drawer = page.getByRole('dialog', { name: '邀请人员' });
    await drawer.getByLabel('手机号或账号').fill(login);
    await drawer.getByLabel('姓名').fill('程新');
    await drawer.getByLabel('职责').selectOption('AUDITOR');
    const office = await drawer.getByLabel('机构').getByText(/就业/).first().getAttribute('value');
    await drawer.getByLabel('机构').selectOption(office);
  }

  it('asks for a proof before a role is given, keeps what was typed, and goes on by itself', async () => {
    const seat = await takeSeat(browser, stage.baseUrl, 'administrator', DESK);
    const { page } = seat;
    await fillInvitation(page, 'new-auditor');
    await timeGoesBy('administrator', 'proved_at', '6 minutes');
    await page.getByRole('button', { name: '邀请', exact: true }).click();
    await layer(page).getByRole('heading', { name: '请再确认一次是你本人' }).waitFor();
    await keepPicture(page, 'proof-1280');
    await layer(page).getByLabel('密码').fill('not-the-password');
    await page.keyboard.press('Enter');
    await layer(page).getByText('现在的密码不对').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('还没有办：要先确认是你本人').waitFor();
    expect(await page.getByRole('dialog', { name: '邀请人员' }).getByLabel('姓名').inputValue()).toBe('程新');
    expect(await count(`user_account where login = 'new-auditor'`)).toBe(0);
    await page.getByRole('button', { name: '邀请', exact: true }).click();
    await layer(page).getByLabel('密码').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('status', { name: '一次性登录码' }).waitFor();
    expect(await count(`user_account where login = 'new-auditor'`)).toBe(1);
    await leave(seat);
  }, 120_000);

  it('lets the same person sign in over her drawer, and what she sent meanwhile goes on', async () => {
    const seat = await takeSeat(browser, stage.baseUrl, 'administrator', DESK);
    const { page } = seat;
    await fillInvitation(page, 'after-a-break');
    await timeGoesBy('administrator', 'last_seen_at', '16 minutes');
    await page.getByRole('button', { name: '邀请', exact: true }).click();
    await layer(page).getByRole('heading', { name: '请重新登录' }).waitFor();
    await keepPicture(page, 'sign-in-over-1280');
    await layer(page).getByLabel('手机号或账号').fill('administrator');
    await layer(page).getByLabel('密码').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('status', { name: '一次性登录码' }).waitFor();
    expect(await count(`user_account where login = 'after-a-break'`)).toBe(1);
    expect(await layer(page).count()).toBe(0);
    await leave(seat);
  }, 120_000);

  it('gives another person who signs in there a fresh page, and sends nothing of the first one', async () => {
    const seat = await takeSeat(browser, stage.baseUrl, 'administrator', DESK);
    const { page } = seat;
    await fillInvitation(page, 'of-the-first');
    await timeGoesBy('administrator', 'last_seen_at', '16 minutes');
    await page.getByRole('button', { name: '邀请', exact: true }).click();
    await layer(page).getByLabel('手机号或账号').fill('supervisor');
    await layer(page).getByLabel('密码').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/county');
    expect(await page.getByText('程新').count()).toBe(0);
    expect(await count(`user_account where login = 'of-the-first'`)).toBe(0);
    await leave(seat);
  }, 120_000);

  it('fits a trainee’s phone when it asks her to sign in again', async () => {
    const seat = await takeSeat(browser, stage.baseUrl, 'client', PHONE);
    const { page } = seat;
    await page.getByRole('link', { name: '工作' }).click();
    await timeGoesBy('client', 'last_seen_at', '31 minutes');
    // Sent, not clicked: what the page still loads may ask for the sign-in first, and the page under it takes no click.
    await page.getByRole('link', { name: '工资' }).dispatchEvent('click');
    await layer(page).getByRole('heading', { name: '请重新登录' }).waitFor();
    await keepPicture(page, 'sign-in-over-360');
    expect(await sidewaysOverflow(page)).toBe(0);
    await layer(page).getByLabel('手机号或账号').fill('client');
    await layer(page).getByLabel('密码').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await layer(page).waitFor({ state: 'detached' });
    await leave(seat);
  }, 120_000);
});
