import { addMonths, dayOf, monthOf } from '#domain/common/day';
import type { Browser, Page } from 'playwright-core';
import { barriers } from './support/barriers';
import { DESK, keepPicture, openBrowser, PHONE, sidewaysOverflow, takeSeat } from './support/browser';
import { openStage, type Stage } from './support/stage';

const LAST_MONTH = monthOf(addMonths(dayOf(new Date()), -1));

/** Every screen of every role, by the login of its demo account. */
const SCREENS: Readonly<Record<string, readonly string[]>> = {
  caseworker: [
    '/today',
    '/account',
    '/clients',
    '/clients/:id/overview',
    '/clients/:id/aid',
    '/clients/:id/consent',
    '/clients/:id/first-sign-in',
    '/referrals',
    '/positions',
    '/positions/:id',
    '/group-placement',
    '/follow-ups',
    '/pay-findings',
    '/imports',
    '/training',
    '/training-plan',
    '/caseload',
    '/open-file',
  ],
  supervisor: [
    '/county',
    '/follow-ups',
    '/follow-ups?view=list',
    '/retention',
    '/holidays',
    '/follow-up-template',
    '/group-placement',
    '/equal-pay',
    '/equal-pay/:id',
    '/agreements',
    '/clients',
    '/clients/:id/aid',
    '/clients/:id/consent',
    '/caseload',
    '/team-tasks',
    '/recoveries',
    '/deliveries',
    '/score-weights',
    '/minimum-wage',
    '/open-file',
    '/training-plan',
    '/account',
  ],
  administrator: ['/system', '/members', '/recoveries', '/jobs', '/deliveries', '/complaints', '/account'],
  hr: [
    '/candidates',
    '/positions',
    '/agreement',
    '/payroll',
    '/payroll/month/:month',
    '/payroll/month/:month?by=line',
    '/payroll/month/:month?by=lines',
    '/findings',
  ],
  client: ['/lessons', '/work', '/pay', '/mine', '/messages', '/own-data', '/complaints', '/account'],
  trainer: ['/lessons'],
  base: ['/sessions', '/timetable'],
  mentor: ['/people'],
  fund: ['/claims'],
  finance: ['/claims'],
  auditor: ['/audit', '/audit-chain'],
};

/** The seed spreads the clients evenly: the second is not the demo caseworker's. */
const FILE_OF_A_COLLEAGUE = '2026-0002';

/** The address with the first entry of its list in it, where it asks for one. */
async function addressOf(page: Page, path: string): Promise<string> {
  if (path.includes(':month')) return path.replace(':month', LAST_MONTH);
  if (!path.includes(':id')) return path;
  const list = `/${path.split('/')[1] ?? ''}`;
  await page.goto(list);
  const first = page.getByRole('main').locator(`a[href^="${list}/"]`).first();
  const own = await first.getAttribute('href');
  return path.replace(':id', own?.split('/')[2] ?? 'nobody');
}

/** Waits until the page has loaded, keeps a picture, and expects it to be whole. */
async function looksRight(page: Page, name: string, address: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  // A busy machine answers after the network was idle for once: a page that is still loading is not looked at.
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  await keepPicture(page, name);
  expect({
    name,
    overflow: await sidewaysOverflow(page),
    barriers: await barriers(page),
    isSignedOut: await page.getByLabel('密码', { exact: true }).count(),
    at: new URL(page.url()).pathname,
  }).toEqual({ name, overflow: 0, barriers: [], isSignedOut: 0, at: address.split('?')[0] });
}

describe('every screen', () => {
  let stage: Stage;
  let browser: Browser;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([openStage(), openBrowser()]);
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await stage.close();
  }, 120_000);

  const cases = Object.keys(SCREENS).flatMap((login) =>
    (login === 'client' ? [PHONE] : [DESK, PHONE]).map((size) => [login, size.width, size] as const),
  );

  it.each(cases)(
    'of %s at %i pixels has a heading, fits, and has no barrier',
    async (login, width, size) => {
      const seat = await takeSeat(browser, stage.baseUrl, login, size);
      for (const path of SCREENS[login] ?? []) {
        const address = await addressOf(seat.page, path);
        await seat.page.goto(address);
        await looksRight(seat.page, `${login}${path.replaceAll(/[/?=]:?/g, '-')}-${width}`, address);
      }
      expect(seat.complaints).toEqual([]);
      await seat.context.close();
    },
    480_000,
  );

  it('of a file that was opened for a colleague has a heading, fits, and has no barrier', async () => {
    const { page, context, complaints } = await takeSeat(browser, stage.baseUrl, 'caseworker', PHONE);
    await page.goto('/open-file');
    await page.getByLabel('姓名、手机或档案编号').fill(FILE_OF_A_COLLEAGUE);
    await page.getByLabel('专员不在，联系不上').check();
    await page.getByLabel('具体说明').fill('本人今天来中心问面试的时间');
    await page.getByRole('button', { name: '打开档案' }).click();
    await page.waitForURL('**/opened-file/*');
    await page.getByText('只能看。').waitFor();
    const { pathname } = new URL(page.url());
    await looksRight(page, `caseworker-opened-file-${PHONE.width}`, pathname);
    await page.setViewportSize(DESK);
    await looksRight(page, `caseworker-opened-file-${DESK.width}`, pathname);
    expect(complaints).toEqual([]);
    await context.close();
  }, 240_000);

  it('of the caseload keeps a name that is searched for out of the address, and knows it again after *back*', async () => {
    const { page, context } = await takeSeat(browser, stage.baseUrl, 'caseworker', DESK);
    await page.goto('/clients');
    const names = page.getByRole('main').locator('a[href^="/clients/"]');
    await names.nth(1).waitFor();
    const name = (await names.first().innerText()).trim();
    const box = page.getByRole('searchbox');
    await box.fill(name);
    await page.keyboard.press('Enter');
    await names.nth(1).waitFor({ state: 'detached' });
    expect(new URL(page.url())).toMatchObject({ pathname: '/clients', search: '', hash: '' });
    await names.first().click();
    await page.waitForURL('**/clients/*');
    await page.goBack();
    await names.first().waitFor();
    expect(await box.inputValue()).toBe(name);
    expect(await names.count()).toBe(1);
    await context.close();
  }, 240_000);
});
