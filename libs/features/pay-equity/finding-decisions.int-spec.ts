import { FindingBench } from '#testing/finding-bench';
import { ClientFindingService } from './client-finding.service';
import { FindingAnswersService } from './finding-answers.service';
import { FindingReviewService } from './finding-review.service';
import { SlotDecisionsService } from './slot-decisions.service';

describe('what becomes of a finding after the enterprise was told', () => {
  let bench: FindingBench;

  beforeAll(async () => {
    bench = await FindingBench.open();
  });

  beforeEach(() => bench.clear());

  afterAll(() => bench.close());

  it('goes to a supervisor where no answer comes: a critical one a working day after its last day', async () => {
    const one = await bench.notified();
    await bench.due(one.id, 'today');
    await bench.morning();
    expect(await bench.stored(one.id)).toMatchObject({ status: 'NOTIFIED' });
    await bench.due(one.id, 'yesterday');
    await bench.morning();
    expect(await bench.stored(one.id)).toMatchObject({ status: 'NO_RESPONSE', due_on: '2026-10-20' });
    await bench.due(one.id, 'yesterday');
    await bench.morning();
    expect(await bench.stored(one.id)).toMatchObject({
      status: 'ESCALATED',
      step_reason: 'NO_ANSWER',
      due_on: '2026-10-19',
    });
    expect(await bench.pay.openTasks('PAY_FINDING_DECISION')).toMatchObject([{ assignee_membership_id: null }]);
    expect((await bench.way(one.id)).slice(-3)).toEqual([
      'NO_RESPONSE NO_ANSWER',
      'UNDER_REVIEW NO_ANSWER',
      'ESCALATED NO_ANSWER',
    ]);
  });

  it('is decided by another natural person than who triaged it, in both walls', async () => {
    const one = await bench.notified();
    await bench.answer(one, { response: 'DISPUTED', reason: 'NOT_DUE' });
    expect(await bench.review(one, 'ESCALATE')).toBe(one.id);
    const same = await bench.supervisor();
    await bench.pay.rows(
      'update membership set account_id = (select account_id from membership where id = $1) where id = $2',
      [one.caseworker.membershipId, same.membershipId],
    );
    expect(await bench.decide(one, same)).toBe('ANOTHER_PERSON_REQUIRED');
    await expect(
      bench.pay.transactions.run(same, (tx) =>
        tx.query(`update pay_finding set status = 'REMEDY_PENDING' where id = $1`, [one.id]),
      ),
    ).rejects.toThrow('decided by who triaged it');
    expect(await bench.stored(one.id)).toMatchObject({ status: 'ESCALATED' });
    expect(await bench.decide(one, await bench.supervisor())).toBe(one.id);
    expect(await bench.stored(one.id)).toMatchObject({ status: 'REMEDY_PENDING', confirmed: true });
  });

  it.each([
    [8_999, 'REMEDY_PENDING', null],
    [9_000, 'RESOLVED_PAID', 9_000],
  ] as const)('is paid once later lines make up for it: %i fen of 9,000', async (fen, status, paid) => {
    const one = await bench.notified();
    await bench.answer(one);
    await bench.review(one);
    await bench.payBack(one.placementId, fen);
    await bench.announce();
    await bench.announce();
    expect(await bench.stored(one.id)).toMatchObject({ status, paid_fen: paid });
  });

  it('is not paid by anything before people have confirmed it', async () => {
    const one = await bench.notified();
    await bench.payBack(one.placementId, 9_000);
    await bench.announce();
    expect(await bench.stored(one.id)).toMatchObject({ status: 'NOTIFIED' });
  });

  it('goes to a supervisor where the remedy does not come by its day', async () => {
    const one = await bench.notified();
    await bench.answer(one);
    await bench.review(one);
    expect(await bench.stored(one.id)).toMatchObject({ due_on: '2026-10-23' });
    await bench.due(one.id, 'yesterday');
    await bench.morning();
    expect(await bench.stored(one.id)).toMatchObject({ status: 'ESCALATED', step_reason: 'UNREMEDIED' });
    expect(await bench.pay.openTasks('PAY_SLOT_DECISION')).toMatchObject([{ subject_id: bench.pay.enterprise }]);
  });

  it('lets a supervisor take no new slots of an enterprise that the repeat rule names, and of no other', async () => {
    const one = await bench.notified();
    const supervisor = await bench.supervisor();
    const slots = bench.pay.app.get(SlotDecisionsService);
    const agreementId = await bench.anAgreement();
    const agreement = () =>
      bench.pay.rows('select status, suspension_reason from cooperation_agreement where id = $1', [agreementId]);
    const suspend = () => bench.tried(supervisor, (tx) => slots.suspend(tx, bench.pay.enterprise));
    await bench.answer(one);
    await bench.review(one);
    expect(await suspend()).toBe('NOT_FOUND');
    expect(await agreement()).toEqual([{ status: 'ACTIVE', suspension_reason: null }]);
    await bench.due(one.id, 'yesterday');
    await bench.morning();
    expect(await suspend()).toBe(bench.pay.enterprise);
    expect(await agreement()).toEqual([{ status: 'SUSPENDED', suspension_reason: 'PAY_FINDINGS' }]);
    expect(await bench.pay.rows('select status from placement where id = $1', [one.placementId])).toEqual([
      { status: 'ACTIVE' },
    ]);
    expect(await bench.tried(supervisor, (tx) => slots.resume(tx, bench.pay.enterprise))).toBe(bench.pay.enterprise);
    expect(await agreement()).toEqual([{ status: 'ACTIVE', suspension_reason: null }]);
  });

  it('is looked at a second time once, by either side, within ten working days', async () => {
    const one = await bench.detected();
    await bench.dismiss(one);
    const appeal = () => bench.tried(one.client, (tx) => bench.pay.app.get(ClientFindingService).appeal(tx, one.id));
    await bench.due(one.id, 'yesterday', 'appeal_until');
    expect(await appeal()).toBe('WRONG_STATE');
    await bench.due(one.id, 'today', 'appeal_until');
    expect(await appeal()).toBe(one.id);
    expect(await bench.stored(one.id)).toMatchObject({
      status: 'ESCALATED',
      step_reason: 'APPEAL',
      appealed_by: 'CLIENT',
    });
    expect(await bench.decide(one, await bench.supervisor(), 'FALSE_POSITIVE')).toBe(one.id);
    expect(await appeal()).toBe('WRONG_STATE');
  });

  it('lets the enterprise appeal against paying, and nobody after it', async () => {
    const one = await bench.notified();
    await bench.answer(one, { response: 'DISPUTED', reason: 'FIGURES_WRONG' });
    await bench.review(one);
    const appeal = () => bench.tried(one.hr, (tx) => bench.pay.app.get(FindingAnswersService).appeal(tx, one.id));
    expect(await appeal()).toBe(one.id);
    await bench.decide(one, await bench.supervisor());
    expect(await appeal()).toBe('WRONG_STATE');
  });

  it('is handed on to an authority only by the consent that names it', async () => {
    const one = await bench.notified();
    await bench.answer(one, { response: 'DISPUTED', reason: 'NOT_DUE' });
    await bench.review(one, 'ESCALATE');
    const supervisor = await bench.supervisor();
    const reviews = bench.pay.app.get(FindingReviewService);
    const refer = () => bench.tried(supervisor, (tx) => reviews.refer(tx, one.id));
    expect(await refer()).toBe('CONSENT_MISSING');
    expect(await bench.tried(supervisor, (tx) => reviews.askReferral(tx, one.id, bench.pay.enterprise))).toBe(
      'RECIPIENT_NOT_FOR_PURPOSE',
    );
    const authority = one.caseworker.organisationId ?? '';
    expect(await bench.tried(supervisor, (tx) => reviews.askReferral(tx, one.id, authority))).toBe(one.id);
    expect(await refer()).toBe('CONSENT_MISSING');
    const clients = bench.pay.app.get(ClientFindingService);
    expect(await bench.tried(one.client, (tx) => clients.answerReferral(tx, one.id, true))).toBe(one.id);
    expect(await refer()).toBe(one.id);
    expect(await bench.tried(supervisor, (tx) => reviews.close(tx, one.id))).toBe(one.id);
    expect((await bench.way(one.id)).slice(-4)).toEqual([
      'ESCALATED REFERRAL_ASKED',
      'ESCALATED REFERRAL_AGREED',
      'REFERRED',
      'CLOSED REFERRAL_OVER',
    ]);
  });

  it.each([
    ['2026-10-13', 0],
    ['2026-10-14', 1],
    ['2027-01-12', 1],
    ['2027-01-13', 0],
  ])('opens a critical review where she is dismissed within 90 days of the notification (%s)', async (day, count) => {
    const one = await bench.notified();
    await bench.pay.rows(
      `update placement set status = 'ENDED', ended_on = $2, ended_at = now(), end_reason = 'DISMISSED', status_before_end = 'ACTIVE' where id = $1`,
      [one.placementId, day],
    );
    await bench.morning();
    await bench.morning();
    expect(await bench.pay.openTasks('PAY_RETALIATION_REVIEW')).toHaveLength(count);
  });

  it('opens one where the basic pay is cut, days not worked aside', async () => {
    const one = await bench.notified();
    await bench.pay.declare([{ placementId: one.placementId, baseFen: 94_000, period: '2026-10' }]);
    await bench.pay.rows(
      `update payroll_line set unpaid_leave_days = 11 where placement_id = $1 and period = '2026-10'`,
      [one.placementId],
    );
    await bench.morning();
    expect(await bench.pay.openTasks('PAY_RETALIATION_REVIEW')).toEqual([]);
    await bench.pay.rows(`update payroll_line set base_fen = 93_900 where placement_id = $1 and period = '2026-10'`, [
      one.placementId,
    ]);
    await bench.morning();
    expect(await bench.pay.openTasks('PAY_RETALIATION_REVIEW')).toMatchObject([{ subject_id: one.id }]);
  });

  it('takes one of fifty answers that come at once, and writes it once', async () => {
    const one = await bench.notified();
    const answers = bench.pay.app.get(FindingAnswersService);
    const given = { response: 'ACCEPTED', reason: null, evidenceFileId: null } as const;
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => bench.pay.transactions.run(one.hr, (tx) => answers.answer(tx, one.id, given))),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await bench.way(one.id)).filter((step) => step.startsWith('RESPONDED'))).toHaveLength(1);
  });

  it('keeps its history from everybody’s hands', async () => {
    const one = await bench.notified();
    for (const actor of [one.client, one.caseworker, one.hr, await bench.supervisor()]) {
      for (const sql of ['delete from pay_finding_event', `update pay_finding_event set reason = 'x'`])
        await expect(bench.pay.transactions.run(actor, (tx) => tx.query(sql))).rejects.toThrow();
    }
    for (const [actor, column] of [
      [one.client, 'response'],
      [one.hr, 'shortfall_fen'],
    ] as const)
      await expect(
        bench.pay.transactions.run(actor, (tx) =>
          tx.query(`update pay_finding set ${column} = null where id = $1`, [one.id]),
        ),
      ).rejects.toThrow();
  });
});
