import type { Browser } from 'playwright-core';
import { DESK, keepPicture, openBrowser, PHONE, sidewaysOverflow, takeSeat, type Seat } from './support/browser';
import { OPENING, openStage, type Stage } from './support/stage';

const NAME = '周水莲';
const MENTOR = '陈国华';
const NOTE = '说好周六上午一起去看车间';
/** The day on which the clock of every stage starts. */
const TODAY = OPENING.slice(0, 10);

describe('a mentor and an aid request, by clicks and keys alone', () => {
  let stage: Stage;
  let browser: Browser;
  let caseworker: Seat;
  let client: Seat;
  let mentor: Seat;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([openStage(), openBrowser()]);
    caseworker = await takeSeat(browser, stage.baseUrl, 'caseworker', DESK);
    client = await takeSeat(browser, stage.baseUrl, 'client', PHONE);
    mentor = await takeSeat(browser, stage.baseUrl, 'mentor', DESK);
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await stage.close();
  }, 120_000);

  it('are on the page of her caseworker, who pairs her and notes what she wants to ask for', async () => {
    const { page } = caseworker;
    await page.getByRole('link', { name: /^求职者/ }).click();
    await page.getByRole('heading', { name: '求职者', level: 1 }).waitFor();
    await page.getByRole('link', { name: NAME }).first().click();
    await page.getByRole('link', { name: '帮扶' }).click();
    await page.getByRole('button', { name: '登记一项' }).click();
    await page.getByRole('dialog').getByLabel('事项').selectOption({ label: '临时救助' });
    await page.getByRole('dialog').getByLabel('哪天再看').fill(TODAY);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('轮到专员').waitFor();
    await page.getByRole('button', { name: '选联系人' }).click();
    await page.getByRole('dialog').getByLabel('联系人').selectOption({ index: 1 });
    await keepPicture(page, 'caseworker-pair-mentor-1280');
    await page.getByRole('button', { name: '告诉本人' }).click();
    await page.getByText('等本人决定').waitFor();
    await keepPicture(page, 'caseworker-aid-and-mentor-1280');
  });

  it('show the mentor nothing of her before she agrees', async () => {
    await mentor.page.getByRole('heading', { name: '我联系的人' }).waitFor();
    await mentor.page.getByLabel('想记住的').first().waitFor(); // others agreed before
    expect(await mentor.page.getByRole('heading', { name: NAME }).count()).toBe(0);
  });

  it('are on her phone: who it is, what a no does, and what was asked for her', async () => {
    const { page } = client;
    await page.reload();
    await page.getByRole('link', { name: '有1件资料的事等你决定' }).click();
    await page.getByRole('heading', { name: '你的一对一联系人' }).waitFor();
    await page.getByText(`${MENTOR}还不知道你是谁`).waitFor();
    await page.getByText('记下了，专员会帮你送到部门').waitFor();
    expect(await sidewaysOverflow(page)).toBe(0);
    await keepPicture(page, 'client-mentor-asked-360');
    await page.getByRole('button', { name: '同意', exact: true }).click();
    await page.getByText(`${MENTOR}知道你的姓名`).waitFor();
    await keepPicture(page, 'client-mentor-agreed-360');
  });

  it('let the mentor see her on the screen that is open, and note something', async () => {
    const { page } = mentor;
    await page.getByRole('heading', { name: NAME }).waitFor();
    const card = page.getByRole('region', { name: NAME });
    await card.getByText('仅限一对一联系用途，不得再提供。').waitFor();
    await card.getByLabel('想记住的').fill(NOTE);
    await card.getByRole('button', { name: '记下' }).click();
    await page.locator('.li', { hasText: NOTE }).waitFor();
    expect(await card.getByLabel('想记住的').inputValue()).toBe('');
    await keepPicture(page, 'mentor-people-1280');
    await page.setViewportSize(PHONE);
    expect(await sidewaysOverflow(page)).toBe(0);
    await keepPicture(page, 'mentor-people-360');
    await page.setViewportSize(DESK);
  });

  it('take her from the mentor’s open screen when she takes her consent back', async () => {
    await client.page.getByRole('button', { name: '收回' }).click();
    await client.page.getByRole('alertdialog').getByRole('button', { name: '收回' }).click();
    await mentor.page.getByRole('heading', { name: NAME }).waitFor({ state: 'detached' });
    expect(await mentor.page.getByText(NOTE).count()).toBe(0);
  });

  it('end with one tap of hers, and her caseworker sees that, not why', async () => {
    await client.page.getByRole('button', { name: '我不要' }).click();
    await client.page.getByRole('heading', { name: '你的一对一联系人' }).waitFor({ state: 'detached' });
    await caseworker.page.getByText('本人不要').waitFor();
    await caseworker.page.getByRole('button', { name: '选联系人' }).waitFor();
  });

  it('remind the caseworker on the day of the look', async () => {
    const { page } = caseworker;
    await page.getByRole('link', { name: /^今日/ }).click();
    await page.getByRole('region', { name: '帮扶事项该看一看' }).getByRole('link', { name: NAME }).click();
    await page.getByRole('button', { name: '送办' }).click();
    await page.getByRole('dialog').getByLabel('哪天再看').fill(TODAY);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('今天去问结果').waitFor();
    await page.getByRole('button', { name: '办成了' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '办成了' }).click();
    await page.getByText('已办成').waitFor();
    await client.page.getByText('办成了').waitFor();
  });

  it('left no complaint in any browser', () => {
    expect([caseworker, client, mentor].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
