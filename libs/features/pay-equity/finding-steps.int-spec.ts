import { FindingBench, type Case } from '#testing/finding-bench';
import { FindingRemindersService } from './finding-reminders.service';
import { FindingSidesReader } from './finding-sides-reader';
import { FilesService } from '#features/files';
import { ConsentService } from '#features/consent';

describe('the due process of a finding', () => {
  let bench: FindingBench;

  beforeAll(async () => {
    bench = await FindingBench.open();
  });

  beforeEach(() => bench.clear());

  afterAll(() => bench.close());

  const told = async ({ hr }: Case): Promise<string[]> =>
    (await bench.pay.transactions.run(hr, (tx) => bench.pay.app.get(FindingSidesReader).told(tx))).map(({ id }) => id);
  const audited = async (id: string): Promise<string[]> =>
    (
      await bench.pay.rows<{ action: string }>(
        'select action from audit_entry where subject_id = $1 order by occurred_at, id',
        [id],
      )
    ).map(({ action }) => action);

  it('goes from the first look to the enterprise’s answer, each step on record and with its day', async () => {
    const one = await bench.detected();
    expect(await told(one)).toEqual([]);
    expect(await bench.ask(one)).toBe(one.id);
    expect(await bench.stored(one.id)).toMatchObject({ status: 'AWAITING_CLIENT_CONSENT', due_on: '2026-10-21' });
    expect(await told(one)).toEqual([]);
    expect(await bench.pay.openTasks('PAY_FINDING_TRIAGE')).toEqual([]);
    expect(await bench.consent(one)).toBe(one.id);
    expect(await bench.stored(one.id)).toMatchObject({ status: 'NOTIFIED', respond_by: '2026-10-19', told: true });
    expect(await told(one)).toEqual([one.id]);
    expect(await bench.answer(one)).toBe(one.id);
    expect(await bench.stored(one.id)).toMatchObject({
      status: 'RESPONDED',
      response: 'ACCEPTED',
      due_on: '2026-10-21',
    });
    expect(await bench.pay.openTasks('PAY_FINDING_REVIEW')).toMatchObject([
      { subject_id: one.id, assignee_membership_id: one.caseworker.membershipId },
    ]);
    expect(await bench.way(one.id)).toEqual([
      'DETECTED',
      'TRIAGE',
      'AWAITING_CLIENT_CONSENT',
      'NOTIFIED',
      'RESPONDED ACCEPTED',
    ]);
    expect(await audited(one.id)).toEqual([
      'pay_finding.triage',
      'pay_finding.awaiting_client_consent',
      'pay_finding.notified',
      'pay_finding.responded',
    ]);
    expect(
      await bench.pay.rows('select field_group, count from disclosure where basis = $1 order by 1', ['CONSENT']),
    ).toEqual([
      { field_group: 'IDENTITY', count: 1 },
      { field_group: 'PAY', count: 1 },
    ]);
  });

  it('is told by mail on the same day and on the last one, by count and day alone', async () => {
    const one = await bench.notified();
    expect(
      await bench.pay.rows(
        `select recipient_membership_id as hr, kind, day::text, subject_ids as about from reminder where kind = 'ANSWERS_DUE' order by day`,
      ),
    ).toEqual(
      ['2026-10-14', '2026-10-19'].map((day) => ({
        hr: one.hr.membershipId,
        kind: 'ANSWERS_DUE',
        day,
        about: [one.id],
      })),
    );
    const entries = () =>
      bench.pay.transactions.run(bench.pay.system(), (tx) =>
        bench.pay.app.get(FindingRemindersService).entries(tx, [one.id]),
      );
    expect(await entries()).toEqual([{ fileNumber: '', dueOn: '2026-10-19' }]);
    await bench.answer(one);
    expect(await entries()).toEqual([]);
  });

  it('tells the client of a question and of a result, never of her own answer', async () => {
    const announced = async (id: string): Promise<string[]> =>
      (
        await bench.pay.rows<{ kind: string }>(
          `select data ->> 'kind' as kind from outbox_event where job = 'message.announced' and subject_id = $1 order by created_at, id`,
          [id],
        )
      ).map(({ kind }) => kind);
    const asked = await bench.detected();
    await bench.ask(asked);
    expect(await announced(asked.id)).toEqual(['DECISION_WAITING']);
    await bench.consent(asked, false);
    expect(await announced(asked.id)).toEqual(['DECISION_WAITING']);
    await bench.clear();
    const aside = await bench.detected();
    await bench.dismiss(aside);
    expect(await announced(aside.id)).toEqual(['PAY_CHECK_UPDATED']);
  });

  it('is closed on a no, and the enterprise never hears of it', async () => {
    const one = await bench.detected();
    await bench.ask(one);
    expect(await bench.consent(one, false)).toBe(one.id);
    expect(await bench.stored(one.id)).toMatchObject({
      status: 'CLOSED',
      step_reason: 'CONSENT_DECLINED',
      told: false,
    });
    expect(await told(one)).toEqual([]);
    expect(await bench.consent(one)).toBe('WRONG_STATE');
    expect(await bench.pay.rows(`select id from consent_grant where purpose = 'FINDING_NAMED'`)).toEqual([]);
    expect(await bench.pay.openTasks('PAYROLL_REQUEST')).toEqual([]);
  });

  it.each([
    ['today', 'AWAITING_CLIENT_CONSENT', null],
    ['yesterday', 'CLOSED', 'LAPSED'],
  ] as const)('is not sent without an answer by its last day (%s)', async (day, status, answer) => {
    const one = await bench.detected();
    await bench.ask(one);
    await bench.due(one.id, day);
    await bench.morning();
    await bench.morning();
    expect(await bench.stored(one.id)).toMatchObject({ status, consent_answer: answer, told: false });
  });

  it('asks for the whole payroll in its place where three clients work, and names nobody', async () => {
    const one = await bench.detected();
    for (const index of [1, 2]) await bench.pay.aPlacement(bench.pay.person(index).clientId, 300_000);
    await bench.ask(one);
    await bench.consent(one, false);
    expect(await bench.pay.openTasks('PAYROLL_REQUEST')).toMatchObject([
      { subject_id: bench.pay.enterprise, client_id: null },
    ]);
  });

  it('is gone from the enterprise’s sight with the consent, and is closed', async () => {
    const one = await bench.notified();
    const [grant] = await bench.pay.rows<{ id: string }>(
      `select id from consent_grant where purpose = 'FINDING_NAMED' and status = 'ACTIVE'`,
    );
    await bench.pay.transactions.run(one.client, (tx) =>
      bench.pay.app.get(ConsentService).revoke(tx, grant?.id ?? '', { way: 'ON_PHONE', fileId: null }),
    );
    expect(await told(one)).toEqual([]);
    expect(await bench.answer(one)).toBe('NOT_FOUND');
    expect(await bench.stored(one.id)).toMatchObject({ status: 'NOTIFIED', response: null });
    await bench.morning();
    expect(await bench.stored(one.id)).toMatchObject({ status: 'CLOSED', consent_answer: 'WITHDRAWN' });
  });

  it.each([
    ['REASON_REQUIRED', { response: 'EXPLAINED' }, false],
    ['REASON_NOT_ACCEPTED', { response: 'EXPLAINED', reason: 'PERSON' }, true],
    ['REASON_NOT_ACCEPTED', { response: 'EXPLAINED', reason: 'SUBSIDY_RECEIVED' }, true],
    ['EVIDENCE_REQUIRED', { response: 'EXPLAINED', reason: 'TENURE' }, false],
    ['REASON_NOT_ACCEPTED', { response: 'DISPUTED', reason: 'TENURE' }, false],
  ] as const)('refuses an answer with %s, and nothing is written', async (code, given, withPaper) => {
    const one = await bench.notified();
    const evidenceFileId = withPaper ? await bench.paper(one.hr) : null;
    expect(await bench.answer(one, { ...given, evidenceFileId })).toBe(code);
    expect(await bench.stored(one.id)).toMatchObject({ status: 'NOTIFIED', response: null, response_reason: null });
  });

  it('takes an explanation with its paper, which the office reads and the enterprise of another does not send', async () => {
    const one = await bench.notified();
    const table = await bench.paper(one.hr, Buffer.from('a,b\n1,2\n'), 'a.csv');
    expect(await bench.answer(one, { response: 'EXPLAINED', reason: 'TENURE', evidenceFileId: table })).toBe(
      'EVIDENCE_NOT_READABLE',
    );
    const strangers = await bench.paper(await bench.member('ENTERPRISE_HR', await bench.pay.anEnterprise()));
    expect(await bench.answer(one, { response: 'EXPLAINED', reason: 'TENURE', evidenceFileId: strangers })).toBe(
      'NOT_FOUND',
    );
    const paper = await bench.paper(one.hr);
    expect(await bench.answer(one, { response: 'EXPLAINED', reason: 'TENURE', evidenceFileId: paper })).toBe(one.id);
    for (const reader of [one.caseworker, await bench.supervisor()]) {
      const read = await bench.pay.transactions.run(reader, (tx) => bench.pay.app.get(FilesService).read(tx, paper));
      expect(read?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    }
    expect(await bench.review(one, 'EXPLAINED')).toBe(one.id);
    expect(await bench.stored(one.id)).toMatchObject({
      status: 'RESOLVED_EXPLAINED',
      confirmed: false,
      appeal_until: '2026-10-28',
    });
  });

  it('is answered by the employer alone, and triaged by the client’s own caseworker alone', async () => {
    const one = await bench.detected();
    expect(await bench.ask({ ...one, caseworker: bench.pay.person(1).caseworker })).toBe('NOT_FOUND');
    await bench.ask(one);
    const stranger = await bench.member('CLIENT', one.caseworker.organisationId ?? '', bench.pay.person(1).clientId);
    expect(await bench.consent({ ...one, client: stranger })).toBe('NOT_FOUND');
    await bench.consent(one);
    const other = await bench.member('ENTERPRISE_HR', await bench.pay.anEnterprise());
    expect(await bench.answer({ ...one, hr: other })).toBe('NOT_FOUND');
    expect(await bench.stored(one.id)).toMatchObject({ status: 'NOTIFIED' });
  });
});
