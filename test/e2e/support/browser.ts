import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { PASSWORD } from './stage';
import { ROOT } from './process';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Sizes at which screens are looked at. */
export const DESK = { width: 1_280, height: 800 } as const;
export const PHONE = { width: 360, height: 740 } as const;

/** How long a step waits for what it wants to see. */
const PATIENCE_MS = 60_000;

const SCREENSHOTS = path.join(ROOT, '.cache/screenshots');

/** Opens the Chromium that the test runner found. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'];
  if (executablePath === undefined) throw new Error('CHROMIUM is missing: run the tests by `npm test`.');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A person at her own screen: a browser context of her own, signed in by the form. */
export interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Sentences that the browser wrote to its console as errors. */
  readonly complaints: string[];
}

/** Seats somebody: opens the sign-in page, types login and password, and presses Enter. */
export async function takeSeat(
  browser: Browser,
  baseUrl: string,
  login: string,
  viewport: { width: number; height: number },
): Promise<Seat> {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: baseUrl,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  context.setDefaultNavigationTimeout(4 * PATIENCE_MS); // a first page on a busy machine: the browser itself is still starting
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('/');
  await page.getByLabel('手机号或账号').fill(login);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByLabel('密码').waitFor({ state: 'detached' });
  return { context, page, complaints };
}

/** A picture is called after a screen and a size: no name, no number and no id of anybody. */
const PICTURE_NAME = /^[a-z]+(-[a-z]+)*(-(360|1280))?$/;

/** Keeps a picture of a screen for people to look at. Throws where its name could say something about somebody. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!PICTURE_NAME.test(name)) throw new Error('A picture is called after its screen.');
  await mkdir(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true });
}

/** How many pixels the page is wider than its window; 0 where nothing has to be scrolled sideways. */
export const sidewaysOverflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
