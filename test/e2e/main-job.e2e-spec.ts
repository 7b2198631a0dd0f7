import type { Browser, Page } from 'playwright-core';
import { barriers } from './support/barriers';
import { DESK, keepPicture, openBrowser, PHONE, sidewaysOverflow, takeSeat, type Seat } from './support/browser';
import { eventually } from './support/eventually';
import { bodyOf } from './support/mail-body';
import { AUGUST, checkPayroll, JULY, PASSPHRASE } from './support/payrolls';
import { openStage, type Stage } from './support/stage';

const NAME = '周水莲';
const ENTERPRISE = '云溪线束有限公司';
/** Her number in the payroll as everybody beyond the enterprise sees it. */
const CODE = /P-[a-z]{32}/;

/** Tuesday, 9:30 in Shanghai. */
const A_MONTH_LATER = '2026-08-11T01:30:00Z';

/** Wednesday, 9:30 in Shanghai. */
const THE_NEXT_PAYROLL = '2026-09-02T01:30:00Z';

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
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await stage.close();
  }, 120_000);

  const seats = (): Seat[] => [caseworker, client, hr];

  const cardOf = (page: Page) =>
    page
      .getByRole('article', { name: /^卡 / })
      .filter({ has: page.getByRole('button', { name: '查看' }) })
      .first();

  const settled = (page: Page): Promise<void> => page.waitForLoadState('networkidle');

  async function openWork(): Promise<void> {
    await client.page.getByRole('link', { name: '工作' }).click();
    await client.page.reload();
    await client.page.getByRole('heading', { name: `${ENTERPRISE}，线束装配工` }).waitFor();
  }

  it('from her caseworker’s recommendation with its reasons', async () => {
    const { page } = caseworker;
    await page.getByRole('link', { name: /^求职者/ }).click();
    await page.getByRole('heading', { name: '求职者', level: 1 }).waitFor();
    await page.getByRole('link', { name: NAME }).first().click();
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

  it('which reads it and invites her', async () => {
    const { page } = hr;
    await cardOf(page).getByRole('button', { name: '查看' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '邀请面谈' }).click();
    await page.getByLabel('面谈时间').fill('2026-07-09T10:00');
    await page.getByRole('button', { name: '发出邀请' }).click();
    await page.getByText('邀请已发出').waitFor();
  });

  it('and learns her name when she has accepted', async () => {
    await openWork();
    await client.page.getByRole('button', { name: '接受', exact: true }).click();
    await client.page.getByText('面谈').first().waitFor();
    await hr.page.reload();
    await hr.page.getByRole('article', { name: new RegExp(NAME) }).waitFor();
    await keepPicture(hr.page, 'enterprise-named-1280');
  });

  it('then offers a contract, which she reads and accepts', async () => {
    await hr.page
      .getByRole('article', { name: new RegExp(NAME) })
      .getByRole('button', { name: '录用' })
      .click();
    await hr.page.getByLabel('上岗日期').fill('2026-07-08');
    await hr.page.getByRole('button', { name: '发出录用' }).click();
    await hr.page.getByText('录用已发出').waitFor();
    await openWork();
    await keepPicture(client.page, 'client-offer-360');
    expect(await sidewaysOverflow(client.page)).toBe(0);
    await client.page.getByRole('button', { name: '接受录用' }).click();
    await client.page.getByText('7月8日上岗').waitFor();
  });

  it('so that a placement exists, and its follow-ups are planned', async () => {
    const { page } = caseworker;
    await page.getByRole('link', { name: '安置与工资' }).click();
    await page.getByText('试用期').or(page.getByText('在岗')).first().waitFor();
    await keepPicture(page, 'caseworker-placement-1280');
    await page.getByRole('link', { name: '回访', exact: true }).click();
    await page.getByRole('button', { name: '未到期' }).click();
    await page.getByRole('link', { name: NAME }).first().waitFor();
  });

  it('a month later her caseworker is reminded by mail, by file number and without a name', async () => {
    for (const { page } of seats()) await page.goto('about:blank');
    await stage.travelTo(A_MONTH_LATER);
    for (const { page } of seats()) await page.goto('/');
    const { page } = caseworker;
    await page.getByRole('link', { name: /^求职者/ }).click();
    await page.getByRole('heading', { name: '求职者', level: 1 }).waitFor(); // today, with her on it several times, stays until then
    await page.getByRole('link', { name: NAME }).first().click();
    await page.getByRole('link', { name: '安置与工资' }).waitFor();
    const fileNumber = await page.title();
    const mail = await eventually(async () =>
      (await stage.mails()).find((one) => one.includes('To: caseworker@') && bodyOf(one).includes(fileNumber)),
    );
    expect(mail).toMatch(/^Message-ID: <reminder-[0-9a-f-]{36}@tonggong>/im);
    expect(bodyOf(mail)).not.toContain(NAME);
  }, 240_000);

  it('and takes the call down from her own list of today', async () => {
    const { page } = caseworker;
    await page.getByRole('link', { name: '今日' }).click();
    await page
      .getByRole('button', { name: `记录联系 ${NAME}` })
      .first()
      .click();
    await keepPicture(page, 'caseworker-today-1280');
    await page.getByLabel('有回应，回访完成').click();
    await page.getByRole('button', { name: '记录这次联系' }).click();
    await page.getByText('已记录').waitFor();
  });

  it('the enterprise tells under which number she stands in its payroll, and sends July’s', async () => {
    const { page } = hr;
    await page.getByRole('button', { name: '已录用' }).click();
    const card = page.getByRole('article', { name: new RegExp(NAME) });
    await card.getByRole('button', { name: '填工号' }).click();
    await page.getByRole('textbox', { name: '工号' }).fill('Z-2607');
    await page.getByLabel(/^口令/).fill(PASSPHRASE);
    await page.getByRole('button', { name: '记下工号' }).click();
    await card.getByText(CODE).waitFor();
    await page.getByRole('link', { name: '工资申报' }).click();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await checkPayroll(page, 7, JULY);
    await page.getByText(/计入1,880元，应不低于1,970元，少90元/).waitFor();
    await keepPicture(page, 'enterprise-payroll-checked-1280');
    await page.getByRole('button', { name: '核对后发送' }).click();
    await page.getByText('已完成').first().waitFor();
    expect(sent.filter((body) => /Z-2607|C1-901|备注|同工人事/.test(body))).toEqual([]);
    await keepPicture(page, 'enterprise-payroll-1280');
  });

  it('and her caseworker sees that she may be paid less than the minimum wage', async () => {
    const { page } = caseworker;
    await page.getByRole('link', { name: '工资核查' }).click();
    const row = page.getByRole('row', { name: new RegExp(NAME) }).filter({ hasText: '最低工资可能少90元' });
    await row.waitFor();
    await row.getByText(/计入\s*1,880元.*最低工资\s*1,970元/).waitFor();
    await keepPicture(page, 'caseworker-findings-1280');
  });

  it('as she does herself, in plain words', async () => {
    await client.page.getByRole('link', { name: '工资' }).click();
    await client.page.getByText(/计入1,880元，最低1,970元/).waitFor();
    await keepPicture(client.page, 'client-pay-360');
    expect(await sidewaysOverflow(client.page)).toBe(0);
  });

  it('and her caseworker asks her whether the enterprise may be told', async () => {
    const { page } = caseworker;
    await page
      .getByRole('row', { name: new RegExp(NAME) })
      .getByRole('link', { name: '比当地最低工资可能少90元' })
      .click();
    await page.getByRole('heading', { name: '比当地最低工资可能少90元', level: 1 }).waitFor();
    await page.getByText('待核实').first().waitFor();
    await settled(page);
    await keepPicture(page, 'caseworker-finding-1280');
    expect({ overflow: await sidewaysOverflow(page), barriers: await barriers(page) }).toEqual({
      overflow: 0,
      barriers: [],
    });
    await page.getByRole('button', { name: '征询本人' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '征询本人' }).click();
    await page.getByText('等本人决定是否发给企业').waitFor();
  });

  it('which she allows on her phone, knowing that a no would change nothing', async () => {
    const { page } = client;
    const card = page.getByRole('region', { name: /工资，在核实$/ });
    await card.getByText(`要不要发给${ENTERPRISE}？`).waitFor();
    await card.getByText('选不要，什么都不会变').waitFor();
    for (const name of ['可以发', '不要发']) {
      const box = await card.getByRole('button', { name }).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
    }
    await settled(page);
    await keepPicture(page, 'client-pay-question-360');
    expect({ overflow: await sidewaysOverflow(page), barriers: await barriers(page) }).toEqual({
      overflow: 0,
      barriers: [],
    });
    await card.getByRole('button', { name: '可以发' }).click();
    await card.getByText(`已发给${ENTERPRISE}`).waitFor();
  });

  it('so that the enterprise sees it, and agrees to pay', async () => {
    const { page } = hr;
    await page.getByRole('link', { name: '核查与答复' }).click();
    const row = page.getByRole('row', { name: CODE });
    await row.getByText('待核实').waitFor();
    await row.getByRole('button', { name: '答复' }).click();
    await page.getByLabel('同意补发').check();
    await settled(page);
    await keepPicture(page, 'enterprise-finding-1280');
    expect({ overflow: await sidewaysOverflow(page), barriers: await barriers(page) }).toEqual({
      overflow: 0,
      barriers: [],
    });
    await page.getByRole('button', { name: '提交答复' }).click();
    await row.getByText('企业已答复').waitFor();
  });

  it('which her caseworker weighs from her own list of today', async () => {
    const { page } = caseworker;
    await page.getByRole('link', { name: '今日' }).click();
    await page.locator('#findingsToTriage').getByRole('link', { name: NAME }).first().click();
    await page.getByRole('button', { name: '审核答复' }).click();
    await page.getByLabel('属实，请企业补发或改正').check();
    await page.getByRole('button', { name: '确定这样办' }).click();
    await page.getByText('待补发').first().waitFor();
    await page.getByText('规则不符').first().waitFor();
  });

  it('until the next payroll makes up for it', async () => {
    for (const { page } of seats()) await page.goto('about:blank');
    await stage.travelTo(THE_NEXT_PAYROLL);
    const { page } = hr;
    await page.goto('/payroll');
    await checkPayroll(page, 8, AUGUST);
    await page.getByRole('button', { name: '核对后发送' }).click();
    await page.getByText('已完成').first().waitFor();
    await page.getByRole('link', { name: '核查与答复' }).click();
    await page.getByRole('row', { name: CODE }).getByText('已补发90元').waitFor();
  });

  it('which she reads in plain words, and a supervisor on the board of findings no longer as open', async () => {
    await client.page.goto('/pay');
    const card = client.page.getByRole('region', { name: /^2026年7月工资，在核实$/ });
    await card.getByText('已经补发').waitFor();
    await card.getByText('补发90元').waitFor();
    await keepPicture(client.page, 'client-pay-paid-360');
    const supervisor = await takeSeat(browser, stage.baseUrl, 'supervisor', DESK);
    await supervisor.page.getByRole('link', { name: '同工同酬' }).click();
    const board = supervisor.page.getByRole('region', { name: '办理进度' });
    await board.waitFor();
    await settled(supervisor.page);
    await keepPicture(supervisor.page, 'supervisor-findings-1280');
    expect(await board.getByRole('listitem').filter({ hasText: NAME }).filter({ hasText: '少90元' }).count()).toBe(0);
    expect(supervisor.complaints).toEqual([]);
    await supervisor.context.close();
  });

  it('and nothing went wrong in any of the three browsers', () => {
    expect(seats().flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
