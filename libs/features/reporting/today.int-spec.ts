import type { Actor } from '#domain/common/actor';
import { addDays, addMonths, dayOf, firstDayOf, monthOf } from '#domain/common/day';
import { openBench, type Bench } from '#testing/context';
import { latestDuePayroll } from '../pay-equity/payroll-deadline';
import { ReportingModule } from './reporting.module';
import { AGREEMENT_WARNING_DAYS, CONSENT_WARNING_DAYS, STALLED_AFTER_DAYS, TodayService } from './today.service';

describe('a caseworker’s day', () => {
  const today = dayOf(new Date());
  let bench: Bench;
  let caseworker: Actor;
  let colleague: Actor;
  let clientId: string;

  beforeAll(async () => {
    bench = await openBench({ modules: [ReportingModule] });
    [caseworker, colleague] = (await rows<Actor>(
      `select county_id as "countyId", role, account_id as "accountId", id as "membershipId",
              organisation_id as "organisationId", null as "clientId"
         from membership where role = 'CASEWORKER' and status = 'ACTIVE' order by id limit 2`,
    )) as [Actor, Actor];
  });

  afterAll(() => bench.close());

  /** An empty desk: what the tests put there is all there is. */
  beforeEach(async () => {
    await rows(
      'truncate follow_up_milestone, pay_finding, pay_check_result, contact, payroll_line, payroll_upload, disclosure cascade',
    );
    await rows(`update job_slot set status = 'OPEN', held_for = null, held_until = null`);
    await rows('delete from placement');
    await rows('delete from referral');
    await rows('delete from consent_grant');
    await rows(`update programme_entry set started_on = $1 where status = 'ACTIVE'`, [today]);
    [{ clientId }] = (await rows<{ clientId: string }>(
      `select e.client_id as "clientId" from programme_entry e
        where e.caseworker_membership_id = $1 and e.status = 'ACTIVE' order by e.client_id limit 1`,
      [caseworker.membershipId],
    )) as [{ clientId: string }];
  });

  const rows = <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    bench.rows<T>(sql, parameters);

  const dayOfActor = (actor: Actor) =>
    bench.transactions.run(actor, (tx) => bench.app.get(TodayService).of(tx), { readOnly: true });

  async function aReferral(state: { status: string; respondBy?: string; answerDueOn?: string }): Promise<string> {
    const [row] = await rows<{ id: string }>(
      `insert into referral (county_id, id, client_id, position_id, organisation_id, card_code, source, status, proposed_at,
                             status_changed_at, respond_by, answer_due_on, sent_at)
       select p.county_id, gen_random_uuid(), $1, p.id, p.organisation_id, 'C-' || substr(gen_random_uuid()::text, 1, 6),
              'MANUAL', $2, now(), now(), $3, $4, case when $2 in ('SENT', 'VIEWED') then now() end
         from position p where not exists (select from referral r where r.client_id = $1 and r.position_id = p.id)
        order by p.id limit 1 returning id`,
      [clientId, state.status, state.respondBy ?? null, state.answerDueOn ?? null],
    );
    return row?.id ?? '';
  }

  async function aPlacement(): Promise<{ id: string; organisationId: string }> {
    const hiredOn = firstDayOf(monthOf(addMonths(today, -3)));
    const [row] = await rows<{ id: string; organisationId: string }>(
      `insert into placement (county_id, id, client_id, slot_id, organisation_id, mode, hire_date, contract_from, agreed_pay_fen,
                              pay_cycle_days, weekly_hours, shift, employment_type, job_code, grade, status)
       select county_id, gen_random_uuid(), $1, id, organisation_id, 'INDIVIDUAL', $2, $2, 300000, 30, 40, 'DAY', 'FULL_TIME', 'J', '1', 'ACTIVE'
         from job_slot order by id limit 1 returning id, organisation_id as "organisationId"`,
      [clientId, hiredOn],
    );
    if (row === undefined) throw new Error('no slot');
    return row;
  }

  it('is empty where nothing waits, and counts the caseload', async () => {
    const { size, ...lists } = await dayOfActor(caseworker);
    const [{ n }] = (await rows<{ n: number }>(
      `select count(*)::int as n from programme_entry where caseworker_membership_id = $1 and status = 'ACTIVE'`,
      [caseworker.membershipId],
    )) as [{ n: number }];
    expect(Object.values(lists).map((list) => list.length)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(size).toEqual({ caseload: n, referralsOpen: 0 });
  });

  it('shows enterprises that have not answered, with how many wait and the earliest deadline', async () => {
    await aReferral({ status: 'SENT', respondBy: addDays(today, 3) });
    await aReferral({ status: 'PROPOSED' });
    const { awaitedAnswers } = await dayOfActor(caseworker);
    expect(awaitedAnswers).toEqual([expect.objectContaining({ people: 1, earliestRespondBy: addDays(today, 3) })]);
  });

  it('shows what waits for the client: a proposal, not what was sent or declined', async () => {
    const proposed = await aReferral({ status: 'PROPOSED', answerDueOn: addDays(today, 2) });
    await aReferral({ status: 'SENT', respondBy: addDays(today, 2) });
    const { clientDecisions } = await dayOfActor(caseworker);
    expect(clientDecisions.map(({ id }) => id)).toEqual([proposed]);
  });

  it.each([
    [CONSENT_WARNING_DAYS, 1],
    [CONSENT_WARNING_DAYS + 1, 0],
  ])('a consent that ends in %i days is shown %i times', async (days, times) => {
    await rows(
      `insert into consent_grant (county_id, id, client_id, recipient_organisation_id, discloser_organisation_id, purpose, field_groups,
                                  valid_from, valid_to, status, text_version)
       select c.county_id, gen_random_uuid(), c.id, o.id, o.id, 'SHARE_PROFILE', array['PROFILE'], $2, $3, 'ACTIVE', '1'
         from client c, organisation o where c.id = $1 and o.kind = 'ENTERPRISE' limit 1`,
      [clientId, today, addDays(today, days)],
    );
    expect((await dayOfActor(caseworker)).expiringConsents).toHaveLength(times);
  });

  it.each([
    [STALLED_AFTER_DAYS, 1],
    [STALLED_AFTER_DAYS - 1, 0],
  ])('a client for whom nothing moved for %i days is shown %i times', async (days, times) => {
    await rows(`update programme_entry set started_on = $2 where client_id = $1`, [clientId, addDays(today, -days)]);
    const { stalledClients } = await dayOfActor(caseworker);
    expect(stalledClients.map((row) => row.clientId)).toEqual(times === 0 ? [] : [clientId]);
    expect(stalledClients.map(({ idleDays }) => idleDays)).toEqual(times === 0 ? [] : [days]);
  });

  it('does not call a client stalled who has an open referral or work', async () => {
    await rows(`update programme_entry set started_on = $2 where client_id = $1`, [clientId, addDays(today, -90)]);
    expect((await dayOfActor(caseworker)).stalledClients).toHaveLength(1);
    await aReferral({ status: 'PROPOSED' });
    expect((await dayOfActor(caseworker)).stalledClients).toHaveLength(0);
    await rows('delete from referral');
    await aPlacement();
    expect((await dayOfActor(caseworker)).stalledClients).toHaveLength(0);
  });

  it('sends one after an employer whose payroll did not come, until it comes', async () => {
    const { organisationId } = await aPlacement();
    const { period, deadline } = latestDuePayroll(today);
    const missing = { organisationId, reason: 'PAYROLL_MISSING', since: deadline, positions: 0 };
    expect((await dayOfActor(caseworker)).chasedEnterprises).toContainEqual(missing);
    await rows(
      `insert into payroll_upload (county_id, id, organisation_id, period, revision, content_sha256, line_count, received_at)
       values ($1, gen_random_uuid(), $2, $3, 1, sha256('x'), 0, now())`,
      [caseworker.countyId, organisationId, period],
    );
    expect((await dayOfActor(caseworker)).chasedEnterprises).not.toContainEqual(missing);
  });

  it.each([
    [AGREEMENT_WARNING_DAYS, 1],
    [AGREEMENT_WARNING_DAYS + 1, 0],
  ])('an agreement that ends in %i days is shown %i times', async (days, times) => {
    const { organisationId } = await aPlacement();
    await rows(`update cooperation_agreement set effective_to = $2 where organisation_id = $1`, [
      organisationId,
      addDays(today, days),
    ]);
    const { chasedEnterprises } = await dayOfActor(caseworker);
    expect(chasedEnterprises.filter(({ reason }) => reason === 'AGREEMENT_EXPIRING')).toHaveLength(times);
  });

  it('shows a colleague nothing of it', async () => {
    await aReferral({ status: 'SENT', respondBy: today });
    await aReferral({ status: 'PROPOSED' });
    await aPlacement();
    const { size: _size, ...lists } = await dayOfActor(colleague);
    expect(Object.values(lists).map((list) => list.length)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
});
