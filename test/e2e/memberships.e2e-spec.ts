import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { DESK, keepPicture, openBrowser, sidewaysOverflow, takeSeat } from './support/browser';
import { openStage, type Stage } from './support/stage';

describe('somebody with two roles', () => {
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

  const rail = (page: Page) => page.getByRole('navigation', { name: '主导航' });

  /** Gives an account one more role in the same office. */
  async function alsoIs(login: string, role: string): Promise<void> {
    const { rowCount } = await database.query(
      `insert into membership (county_id, id, account_id, organisation_id, role, display_name, status, created_at)
       select m.county_id, $2, m.account_id, m.organisation_id, $3, m.display_name, 'ACTIVE', now()
         from membership m join user_account a on a.id = m.account_id where a.login = $1`,
      [login, randomUUID(), role],
    );
    expect(rowCount).toBe(1);
  }

  it('switches under My account without signing in again, back and forth, and a page that is open elsewhere begins anew', async () => {
    await alsoIs('supervisor', 'CASEWORKER');
    const { page, context, complaints } = await takeSeat(browser, stage.baseUrl, 'supervisor', DESK);
    await rail(page).getByRole('link', { name: '全县概览' }).waitFor();
    const [sidBefore] = (await context.cookies()).filter(({ name }) => name === 'sid');
    await page.goto('/account');
    const card = page.getByRole('region', { name: '我的身份' });
    await card.getByText('正在用').waitFor();
    await page.waitForLoadState('networkidle');
    await keepPicture(page, 'two-roles-1280');
    expect(await sidewaysOverflow(page)).toBe(0);
    const elsewhere = await context.newPage();
    await elsewhere.goto('/account');
    await elsewhere.getByRole('region', { name: '我的身份' }).waitFor();
    await card.getByRole('button', { name: '切换' }).click();
    await rail(page).getByRole('link', { name: '今日' }).waitFor();
    expect(await rail(page).getByRole('link', { name: '全县概览' }).count()).toBe(0);
    expect(new URL(page.url()).pathname).not.toBe('/account');
    const [sidAfter] = (await context.cookies()).filter(({ name }) => name === 'sid');
    expect(sidAfter?.value).toBe(sidBefore?.value);
    await elsewhere.reload();
    await rail(elsewhere).getByRole('link', { name: '今日' }).waitFor();
    await page.goto('/account');
    await page.getByRole('region', { name: '我的身份' }).getByRole('button', { name: '切换' }).focus();
    await page.keyboard.press('Enter');
    await rail(page).getByRole('link', { name: '全县概览' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  }, 240_000);
});
