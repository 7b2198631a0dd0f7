import type { Actor } from '#domain/common/actor';
import { PlacementsModule, PlacementsService } from '#features/placements';
import { openBench, type Bench } from '#testing/context';
import { doDueJobs } from '#testing/jobs';
import { EmployeeNumberRecordedProcessor, PayCheckPartProcessor, PayCheckRunProcessor } from './pay-check.processor';
import { MailModule } from '#platform/mail/mail.module';
import { PayEquityJobsModule } from './pay-equity-jobs.module';
import { PayEquityModule } from './pay-equity.module';

interface Employed {
  readonly placementId: string;
  readonly referralId: string;
  readonly hr: Actor;
}

describe('the number by which a payroll knows a placed person', () => {
  let bench: Bench;

  beforeAll(async () => {
    bench = await openBench({ modules: [PlacementsModule, PayEquityModule, MailModule, PayEquityJobsModule] });
  });

  /** Links of the audit trail before the case: entries are never taken away. */
  let linked = 0;

  beforeEach(async () => {
    await bench.rows('truncate outbox_event cascade');
    linked = (await bench.rows<{ n: number }>('select coalesce(max(sequence), 0) as n from audit_link'))[0]?.n ?? 0;
  });

  afterAll(() => bench.close());

  /** The nth person at work, and her employer's personnel officer. */
  async function employed(nth = 0, more = 'true'): Promise<Employed> {
    const rows = await bench.rows<{ id: string; referral: string; account: string; member: string; org: string }>(
      `select p.id, p.referral_id as referral, m.account_id as account, m.id as member, m.organisation_id as org
         from placement p join membership m on m.organisation_id = p.organisation_id and m.role = 'ENTERPRISE_HR'
        where p.status in ('PROBATION', 'ACTIVE') and p.referral_id is not null and ${more} order by p.organisation_id, p.id`,
    );
    const row = rows[nth];
    if (row === undefined) throw new Error('The seed has too few people at work.');
    const identity = { accountId: row.account, membershipId: row.member, organisationId: row.org, clientId: null };
    return {
      placementId: row.id,
      referralId: row.referral,
      hr: { countyId: bench.countyId, role: 'ENTERPRISE_HR', ...identity },
    };
  }

  async function record(actor: Actor, referralId: string, number: string): Promise<string> {
    const outcome = await bench.transactions.run(actor, (tx) =>
      bench.app.get(PlacementsService).recordEmployeeNumber(tx, referralId, number),
    );
    return outcome.ok ? 'DONE' : outcome.refusals.map(({ code }) => code).join();
  }

  const stored = async ({ placementId }: Employed): Promise<string | null | undefined> =>
    (
      await bench.rows<{ number: string | null }>('select employee_pseudonym as number from placement where id = $1', [
        placementId,
      ])
    )[0]?.number;

  const traces = async (): Promise<number | undefined> =>
    (
      await bench.rows<{ n: number }>(
        `select ((select count(*) from outbox_event) + (select count(*) from audit_link where sequence > $1))::int as n`,
        [linked],
      )
    )[0]?.n;

  it('is kept without spaces around it, announced and on record', async () => {
    const person = await employed();
    expect(await record(person.hr, person.referralId, '  Z-7001 ')).toBe('DONE');
    expect(await stored(person)).toBe('Z-7001');
    expect(await bench.rows('select job, subject_id from outbox_event')).toEqual([
      { job: 'placement.employee-number', subject_id: person.placementId },
    ]);
    expect(
      await bench.rows('select action from audit_entry e join audit_link l using (id) where sequence > $1', [linked]),
    ).toEqual([{ action: 'placement.employee-number' }]);
  });

  it('changes nothing when it is given again', async () => {
    const person = await employed();
    await record(person.hr, person.referralId, 'Z-7001');
    const before = await traces();
    expect(await record(person.hr, person.referralId, 'Z-7001')).toBe('DONE');
    expect(await traces()).toBe(before);
  });

  it.each([
    ['', 'REQUIRED'],
    ['李明', 'NAME_NOT_ALLOWED'],
    ['110101199001011237', 'IDENTITY_NUMBER_NOT_ALLOWED'],
    ['x'.repeat(65), 'TOO_LONG'],
  ])('is refused when it is %j: %s, and nothing is written', async (number, code) => {
    const person = await employed(1);
    const before = await stored(person);
    expect(await record(person.hr, person.referralId, number)).toBe(code);
    expect(await stored(person)).toBe(before);
    expect(await traces()).toBe(0);
  });

  it('is recorded by the employer alone, and only while the contract lasts', async () => {
    const person = await employed(1);
    const other = await employed(0, `p.organisation_id <> '${person.hr.organisationId}'`);
    const before = await stored(person);
    expect(await record(other.hr, person.referralId, 'Z-7002')).toBe('NOT_FOUND');
    await bench.rows(`update placement set status = 'PAUSED' where id = $1`, [person.placementId]);
    expect(await record(person.hr, person.referralId, 'Z-7003')).toBe('DONE');
    await bench.rows(
      `update placement set status = 'ENDED', ended_on = hire_date, end_reason = 'OTHER', ended_at = now() where id = $1`,
      [person.placementId],
    );
    expect(await record(person.hr, person.referralId, 'Z-7004')).toBe('WRONG_STATE');
    expect([before, await stored(person)]).toEqual([before, 'Z-7003']);
  });

  it('belongs to one person of an enterprise at a time, also when two are given it at once', async () => {
    const [first, second] = [await employed(2), await employed(3)];
    const same = first.hr.organisationId === second.hr.organisationId;
    const outcomes = await Promise.all(
      [first, second].map(({ hr, referralId }) =>
        record(hr, referralId, 'Z-7005').catch((error: Error) => error.message),
      ),
    );
    expect(same).toBe(true);
    expect(outcomes.filter((outcome) => outcome === 'DONE')).toHaveLength(1);
    expect(outcomes.filter((outcome) => /employee_number_live/.test(outcome))).toHaveLength(1);
  });

  it('finds the lines of months that were declared before, which are then checked again', async () => {
    const person = await employed(0, `exists (select from payroll_line l where l.placement_id = p.id)`);
    await bench.rows(
      `update payroll_line set pseudonym = 'Z-7006', placement_id = null, base_fen = 188000 where placement_id = $1`,
      [person.placementId],
    );
    expect(await record(person.hr, person.referralId, 'Z-7006')).toBe('DONE');
    await doDueJobs(bench.app, bench.countyId, {
      'placement.employee-number': EmployeeNumberRecordedProcessor,
      'pay-check.run': PayCheckRunProcessor,
      'pay-check.part': PayCheckPartProcessor,
    });
    expect(await bench.rows(`select placement_id from payroll_line where pseudonym = 'Z-7006'`)).toEqual([
      { placement_id: person.placementId },
    ]);
    expect(
      await bench.rows(`select rule_code from pay_finding where placement_id = $1 and rule_code = 'MIN_WAGE'`, [
        person.placementId,
      ]),
    ).toHaveLength(1);
  });
});
