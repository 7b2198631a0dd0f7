import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { barriers } from './support/barriers';
import { DESK, keepPicture, openBrowser, PHONE, sidewaysOverflow, takeSeat, type Seat } from './support/browser';
import { openStage, type Stage } from './support/stage';

const TITLE = '7月集中安置第1批';

describe('a cohort is placed by two people, by clicks and keys alone', () => {
  let stage: Stage;
  let browser: Browser;
  let preparer: Seat;
  let approver: Seat;
  let caseworker: Seat;
  /** Where the batch stands, once it is open. */
  let address = '';

  beforeAll(async () => {
    [stage, browser] = await Promise.all([openStage(), openBrowser()]);
    preparer = await takeSeat(browser, stage.baseUrl, 'supervisor', DESK);
    approver = await takeSeat(browser, stage.baseUrl, 'supervisor2', DESK);
    caseworker = await takeSeat(browser, stage.baseUrl, 'caseworker', DESK);
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await stage.close();
  }, 120_000);

  /** The state beside the title. */
  const stateOf = (page: Page) => page.locator('.batch-head .st');
  const inState = (page: Page, word: string) => stateOf(page).filter({ hasText: word }).waitFor();
  const rows = (page: Page) => page.locator('.lane li[draggable="true"]');
  const tray = (page: Page) => page.getByRole('form', { name: '调整与代价' });
  const cost = (page: Page) => tray(page).getByText('代价（已证明）');

  async function looksRight(page: Page, name: string): Promise<void> {
    await page.waitForLoadState('networkidle');
    await page.locator('.skeleton').first().waitFor({ state: 'detached' });
    await page.evaluate('document.activeElement?.blur()');
    for (const size of [PHONE, DESK]) {
      await page.setViewportSize(size);
      await keepPicture(page, `${name}-${size.width}`);
      expect({ name, overflow: await sidewaysOverflow(page), barriers: await barriers(page) }).toEqual({
        name,
        overflow: 0,
        barriers: [],
      });
    }
  }

  async function decide(page: Page, reason: string): Promise<void> {
    await cost(page).waitFor();
    await tray(page).getByLabel('选择原因').selectOption({ label: reason });
  }

  it('from a new batch and its cohort', async () => {
    const { page } = preparer;
    await page.getByRole('link', { name: '集中安置' }).click();
    await page.getByRole('button', { name: '新开一批' }).click();
    await page.getByLabel('批次名称').fill(TITLE);
    await page.getByRole('button', { name: '开始收集' }).click();
    await page.getByRole('heading', { name: TITLE }).waitFor();
    address = new URL(page.url()).pathname;
    await page.getByRole('button', { name: '勾选全部（最多500人）' }).click();
    await page.getByRole('button', { name: /^加入\d+人$/ }).click();
    await page.getByRole('button', { name: /^已加入[1-9]\d*人$/, pressed: true }).waitFor();
    await page.getByText('符合的人').waitFor();
    await looksRight(page, 'supervisor-batch-cohort');
  });

  it('which a caseworker sees for her own clients, and can take one of them out', async () => {
    const { page } = caseworker;
    await page.getByRole('link', { name: '集中安置' }).click();
    await page.getByRole('link', { name: TITLE }).click();
    const own = page.locator('.cohort label');
    await own.first().waitFor();
    const before = await own.count();
    await page.getByText(/^另有\d+人由其他专员加入/).waitFor();
    await own.first().click();
    await page.getByRole('button', { name: '移出1人' }).click();
    await page.getByText('已移出').waitFor();
    await own.nth(before - 1).waitFor({ state: 'detached' });
    expect(await own.count()).toBe(before - 1);
    expect(await page.getByRole('button', { name: '开始求解' }).count()).toBe(0);
    await looksRight(page, 'caseworker-batch-cohort');
  });

  it('through the solver to the review board', async () => {
    const { page } = preparer;
    await page.getByRole('button', { name: '开始求解' }).click();
    await inState(page, '已求解');
    await rows(page).or(page.locator('.lane li')).first().waitFor();
    await page.getByText('已证明不能更多').waitFor();
    await page.getByRole('cell', { name: '逐个推荐' }).waitFor();
    await page.getByRole('button', { name: '开始复核' }).click();
    await inState(page, '复核中');
    await rows(page).first().waitFor();
    await looksRight(page, 'supervisor-batch-review');
  });

  it('where she locks one by keys, having seen what it costs', async () => {
    const { page } = preparer;
    await page.keyboard.press('j');
    await page.keyboard.press('l');
    await cost(page).getByText('总契合度不变').waitFor();
    await tray(page).getByLabel('选择原因').selectOption({ label: '通勤意愿' });
    await keepPicture(page, 'supervisor-batch-decision-1280');
    await page.keyboard.press('Enter');
    await page.getByText('已调整，其余重新排好').first().waitFor();
    await page.locator('.lane li.lock').waitFor();
    await page.getByRole('button', { name: '只看已调整 1' }).waitFor();
  });

  it('leaves a move by Esc, and forbids a pair by dragging somebody to those who are left', async () => {
    const { page } = preparer;
    await page.keyboard.press('m');
    await page.getByLabel('选择人或岗位').selectOption({ index: 1 });
    await page.keyboard.press('Escape');
    await page.getByLabel('选择人或岗位').waitFor({ state: 'detached' });
    await rows(page)
      .first()
      .dragTo(page.getByRole('region', { name: '未安排' }));
    await tray(page).getByText(/ 不去/).waitFor();
    await decide(page, '本人要求');
    await tray(page).getByRole('button', { name: '确认排除' }).click();
    await page.getByRole('button', { name: '只看已调整 2' }).click();
    await page.getByRole('cell', { name: '本人要求' }).waitFor();
  });

  it('takes one of the two back, and solves again around the lock', async () => {
    const { page } = preparer;
    await page
      .getByRole('row', { name: /本人要求/ })
      .getByRole('button', { name: /^撤回对/ })
      .click();
    await page.getByRole('button', { name: '只看已调整 1' }).waitFor();
    await page.getByRole('button', { name: '按企业' }).click();
    await page.keyboard.press('r');
    const progress = page.getByText('可以先离开，算好后在这里看结果。');
    await progress.waitFor();
    await progress.waitFor({ state: 'detached' });
    await page.locator('.lane li.lock').waitFor();
  });

  it('and hands it to another person, for she cannot approve it herself', async () => {
    const { page } = preparer;
    await page.getByRole('button', { name: '提交给另一人批准' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '提交给另一人批准' }).click();
    await page.getByText(/提交，等另一人批准。$/).waitFor();
    expect(await page.getByRole('button', { name: '批准这一批' }).count()).toBe(0);
  });

  it('who sees what was changed by hand, and approves', async () => {
    const { page } = approver;
    await page.getByRole('link', { name: '集中安置' }).click();
    await page.getByRole('button', { name: '待批准与执行' }).click();
    await page.getByText('等另一人批准').waitFor();
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('row', { name: /锁定.*通勤意愿/ }).waitFor();
    await looksRight(page, 'supervisor-batch-approval');
    await page.getByRole('button', { name: '批准这一批' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '批准这一批' }).click();
    await inState(page, '已批准');
  });

  it('so that proposals are made, with a result for each row', async () => {
    const { page } = approver;
    await page.getByRole('button', { name: /^生成\d+份推荐$/ }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^生成\d+份推荐$/ })
      .click();
    await inState(page, '已执行');
    await page.getByRole('row').filter({ hasText: '待本人同意' }).first().waitFor();
    await looksRight(page, 'supervisor-batch-result');
  });

  it('and a certificate that anybody can take away', async () => {
    const { page } = approver;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载证明' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      name: expect.any(String) as string,
      certificate: expect.any(Object) as object,
    });
    expect(text).not.toMatch(/[\u4e00-\u9fff]/); // no name of anybody or of any place
  });

  it('while a caseworker reads the result of her own clients only, and the enterprise nothing of it', async () => {
    const { page } = caseworker;
    await page.goto(address);
    await inState(page, '已执行');
    await page.getByRole('button', { name: '未安排' }).click();
    await looksRight(page, 'caseworker-batch-result');
    const hr = await takeSeat(browser, stage.baseUrl, 'hr', DESK);
    await hr.page.goto(address);
    await hr.page.getByText('没有找到这一页').waitFor();
    expect(await hr.page.getByRole('link', { name: '集中安置' }).count()).toBe(0);
    await hr.context.close();
  });

  it('and nothing went wrong in any of the browsers', () => {
    expect([preparer, approver, caseworker].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
