import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { DESK, keepPicture, openBrowser, PHONE, sidewaysOverflow, takeSeat } from './support/browser';
import { openStage, type Stage } from './support/stage';

/** Every screen of every role, by the login of its demo account. */
const SCREENS: Readonly<Record<string, readonly string[]>> = {
  caseworker: [
    '/today',
    '/account',
    '/clients',
    '/referrals',
    '/positions',
    '/follow-ups',
    '/pay-findings',
    '/imports',
    '/training',
    '/caseload',
    '/open-file',
  ],
  supervisor: ['/county', '/equal-pay', '/agreements', '/clients', '/caseload', '/team-tasks', '/recoveries'],
  administrator: ['/system', '/members', '/recoveries', '/complaints'],
  hr: ['/candidates', '/positions', '/agreement', '/payroll', '/findings'],
  client: ['/lessons', '/work', '/pay', '/mine', '/complaints', '/account'],
  trainer: ['/lessons'],
  base: ['/sessions', '/timetable'],
  mentor: ['/people'],
  fund: ['/claims'],
  finance: ['/claims'],
  auditor: ['/audit', '/audit-chain'],
};

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What a screen reader or a person with weak sight would stumble over: serious and critical findings. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ' ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`,
  );
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
        await seat.page.goto(path);
        await seat.page.getByRole('heading', { level: 1 }).first().waitFor();
        await seat.page.waitForLoadState('networkidle');
        // A busy machine answers after the network was idle for once: a page that is still loading is not looked at.
        await seat.page.waitForFunction("document.querySelector('.skeleton') === null");
        await keepPicture(seat.page, `${login}${path.replaceAll('/', '-')}-${width}`);
        expect({
          path,
          overflow: await sidewaysOverflow(seat.page),
          barriers: await barriers(seat.page),
          isLoading: await seat.page.locator('.skeleton').count(),
          isSignedOut: await seat.page.getByLabel('密码', { exact: true }).count(),
          at: new URL(seat.page.url()).pathname,
        }).toEqual({ path, overflow: 0, barriers: [], isLoading: 0, isSignedOut: 0, at: path });
      }
      expect(seat.complaints).toEqual([]);
      await seat.context.close();
    },
    240_000,
  );
});
