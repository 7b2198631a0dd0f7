import type { Browser, Page } from 'playwright-core';
import { DESK, keepPicture, openBrowser, PHONE, sidewaysOverflow, takeSeat, type Seat } from './support/browser';
import { openStage, type Stage } from './support/stage';

const NAME = '周水莲';
const ENTERPRISE = '云溪线束有限公司';

describe('a client is placed, by clicks and keys alone', () => {
  let stage: Stage;
  let browser: Browser;
  let caseworker: Seat;
  let client: Seat;
  let hr: Seat;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([openStage(), openBrowser()]);
    caseworker = await takeSeat(browser, stage.baseUrl, 'caseworker', DESK);
    client = await takeSeat(browser, stage.baseUrl, 'client', PHONE);
    hr = await takeSeat(browser, stage.baseUrl, 'hr', DESK);
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await stage.close();
  }, 30_000);

  const settled = (page: Page): Promise<void> => page.waitForLoadState('networkidle');

  async function openWork(): Promise<void> {
    await client.page.getByRole('link', { name: '工作' }).click();
    await client.page.reload();
    await client.page.getByRole('heading', { name: `${ENTERPRISE}，线束装配工` }).waitFor();
  }

  it('from her caseworker’s recommendation with its reasons', async () => {
    const { page } = caseworker;
    await page.getByRole('link', { name: NAME }).click();
    await page.getByRole('link', { name: '匹配' }).click();
    await page
      .getByRole('button', { name: new RegExp(ENTERPRISE) })
      .first()
      .click();
    await keepPicture(page, 'caseworker-matches-1280');
    await page.getByRole('button', { name: /推荐这个岗位/ }).click();
    await settled(page);
    await page.getByRole('link', { name: '推荐', exact: true }).last().click();
    await page.getByText('待本人同意').first().waitFor();
    await keepPicture(page, 'caseworker-referrals-1280');
  });

  it('through her own consent on a phone', async () => {
    await openWork();
    await keepPicture(client.page, 'client-consent-360');
    expect(await sidewaysOverflow(client.page)).toBe(0);
    await client.page.getByRole('button', { name: '同意', exact: true }).click();
    await client.page.getByText('已同意').waitFor();
  });

  it('to the enterprise, which sees a card without a name', async () => {
    await caseworker.page.reload();
    await caseworker.page.getByRole('button', { name: '发给企业' }).first().click();
    await settled(caseworker.page);
    await hr.page.reload();
    await hr.page.getByRole('button', { name: '查看' }).first().waitFor();
    expect(await hr.page.getByText(NAME).count()).toBe(0);
    await keepPicture(hr.page, 'enterprise-candidates-1280');
  });

  it('and nothing went wrong in any of the three browsers', () => {
    expect([...caseworker.complaints, ...client.complaints, ...hr.complaints]).toEqual([]);
  });
});
