import pg from 'pg';
import type { Browser } from 'playwright-core';
import { DESK, keepPicture, openBrowser, takeSeat, type Seat } from './support/browser';
import { openStage, type Stage } from './support/stage';

describe('the training plan in the browser', () => {
  let stage: Stage;
  let browser: Browser;
  let database: pg.Pool;
  let seat: Seat;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([openStage(), openBrowser()]);
    database = new pg.Pool({ connectionString: stage.migrateUrl, max: 1 });
    await someoneLacksACertificate();
    seat = await takeSeat(browser, stage.baseUrl, 'caseworker', DESK);
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await database.end();
    await stage.close();
  }, 120_000);

  /** Every open position asks for the forklift certificate, one session of it has two seats, and nobody holds it. */
  async function someoneLacksACertificate(): Promise<void> {
    await database.query(`update position set required_certificates = '{FORKLIFT_N1}', required_skills = '{}'`);
    await database.query('delete from client_certificate');
    await database.query(`delete from attendance`);
    await database.query(`delete from enrolment`);
    await database.query(
      `update course_session set status = 'CANCELLED' where status in ('PLANNED', 'OPEN', 'RUNNING')`,
    );
    await database.query(
      `insert into course_session (county_id, id, course_id, number, seats, min_seats, enrol_from, enrol_to, starts_on, ends_on, status)
       select county_id, gen_random_uuid(), id, 901, 2, 0, '2026-07-01', '2026-07-15', '2026-07-16', '2026-07-24', 'OPEN'
         from training_course where code = 'FORKLIFT'`,
    );
  }

  it('leads from the sessions to who takes which seat, what more seats would do, and to the requests', async () => {
    const { page } = seat;
    await page.goto('/training');
    await page.getByRole('link', { name: '培训计划：谁上哪个班' }).click();
    const card = page.getByRole('region', { name: '叉车驾驶，第901班' });
    await card.getByText('用2/空2').waitFor();
    await page.getByText('已证明').waitFor();

    await card.getByRole('button', { name: '多1个座位' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/如果多1个座位、0个名额：多安置1人（2人变成3人）/u).waitFor();
    await keepPicture(page, 'training-plan-what-if');
    await page.getByRole('button', { name: '回到现在的座位和名额' }).click();
    await card.getByText('用2/空2').waitFor();

    await page.getByRole('button', { name: '勾选全部2人' }).click();
    await page.getByRole('button', { name: '提交2人的报名' }).click();
    await page.getByText('已提交，待确认。').nth(1).waitFor();
    await keepPicture(page, 'training-plan-asked');
    const { rows } = await database.query<{ status: string }>('select status from enrolment');
    expect(rows).toEqual([{ status: 'REQUESTED' }, { status: 'REQUESTED' }]);
    expect(seat.complaints).toEqual([]);
  });

  it('shows a supervisor the team’s plan without anything to tick', async () => {
    const supervisor = await takeSeat(browser, stage.baseUrl, 'supervisor', DESK);
    await supervisor.page.goto('/county');
    await supervisor.page.getByRole('link', { name: '培训计划' }).click();
    await supervisor.page.getByText('能安置几人').waitFor();
    expect(await supervisor.page.getByRole('checkbox').count()).toBe(0);
    expect(supervisor.complaints).toEqual([]);
    await supervisor.context.close();
  });
});
