import pg from 'pg';
import type { Browser } from 'playwright-core';
import { barriers } from './support/barriers';
import { DESK, keepPicture, openBrowser, PHONE, sidewaysOverflow, takeSeat, type Seat } from './support/browser';
import { openStage, type Stage } from './support/stage';

describe('the template of milestones in the browser', () => {
  let stage: Stage;
  let browser: Browser;
  let database: pg.Pool;
  let seat: Seat;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([openStage(), openBrowser()]);
    database = new pg.Pool({ connectionString: stage.migrateUrl, max: 1 });
    seat = await takeSeat(browser, stage.baseUrl, 'supervisor', DESK);
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await database.end();
    await stage.close();
  }, 120_000);

  it('leads from the county to a month thinned out, its plan on trial, and the new version', async () => {
    const { page } = seat;
    await page.goto('/county');
    await page.getByRole('link', { name: '回访节点' }).click();
    const trial = page.getByRole('table', { name: '试排' });
    await trial.getByRole('row', { name: /^满4个月/u }).waitFor();
    await page.getByLabel('假设上岗日').fill('2026-08-31');
    await trial.getByText('并入“90天核实”').waitFor();
    await page.getByText(/共\d+次联系，和现在的一版一样多。/u).waitFor();

    await page.getByRole('checkbox', { name: '安排满4个月' }).focus();
    await page.keyboard.press('Space');
    await trial.getByText(/不安排，现在的一版是/u).waitFor();
    await page.getByText(/共\d+次联系，现在的一版是\d+次。/u).waitFor();
    await keepPicture(page, 'milestone-template-trial');

    await page.getByLabel('第1周：前后几个工作日').fill('9');
    await page.getByText('有不能这样填的地方').waitFor();
    await page.getByRole('button', { name: '保存新的一版' }).click();
    await page.getByText('前后几个工作日：请填1到4。').waitFor();
    expect(await versions()).toEqual([]);

    await page.getByLabel('第1周：前后几个工作日').fill('2');
    await page.getByRole('button', { name: '保存新的一版' }).click();
    await page.getByText('已保存。之后上岗的人按新的一版排。').waitFor();
    await page
      .getByRole('table', { name: '各版' })
      .getByRole('row', { name: /满4个月/u })
      .waitFor();
    expect(await versions()).toEqual([{ version: 2, out: ['M4'] }]);
    expect(seat.complaints).toEqual([]);
  });

  it('fits a phone, and is whole in English', async () => {
    const { page } = await takeSeat(browser, stage.baseUrl, 'supervisor', PHONE);
    await page.goto('/follow-up-template');
    await page.getByRole('table', { name: '试排' }).waitFor();
    expect(await sidewaysOverflow(page)).toBe(0);
    await keepPicture(page, 'milestone-template-360');
    await page.evaluate("localStorage.setItem('tonggong.language', 'en')");
    await page.reload();
    await page.getByRole('table', { name: 'Trial plan' }).waitFor();
    expect({ overflow: await sidewaysOverflow(page), barriers: await barriers(page) }).toEqual({
      overflow: 0,
      barriers: [],
    });
    await page.setViewportSize(DESK);
    await keepPicture(page, 'milestone-template-english');
  });

  const versions = async () =>
    (
      await database.query<{ version: number; out: string[] }>(
        'select version, array_agg(code) filter (where not is_planned) as out from milestone_template group by version',
      )
    ).rows;
});
