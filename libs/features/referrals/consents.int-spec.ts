import type { Actor } from '#domain/common/actor';
import type { Outcome } from '#domain/common/outcome';
import type { WithdrawalWay } from '#domain/consent/consent-codes';
import { isSampled } from '#domain/consent/consent-sample';
import { ConsentRecordsService, ConsentRequestsService, type WantedConsent } from '#features/consent';
import { FilesModule, FilesService } from '#features/files';
import type { Tx } from '#platform/database/transaction';
import { openBench, type Bench } from '#testing/context';
import { consentState, plantWorkNeeds, referredCases, type ReferredCase } from '#testing/consent-bench';
import { CandidatesService } from './candidates.service';
import { ConsentWithdrawalService } from './consent-withdrawal.service';
import { ReferralsModule } from './referrals.module';

const DAY_MS = 86_400_000;
const PDF = Buffer.from('%PDF-1.4 signed');

describe('a consent', () => {
  let bench: Bench;
  let cases: ReferredCase[];
  let office: string;

  beforeAll(async () => {
    bench = await openBench({ modules: [ReferralsModule, FilesModule] });
    cases = await referredCases(bench, 'SENT');
    const [row] = await bench.rows<{ id: string }>(`select id from organisation where kind = 'EMPLOYMENT_OFFICE'`);
    office = row?.id ?? '';
  });

  afterAll(() => bench.close());

  const next = (): ReferredCase => {
    const one = cases.pop();
    if (one === undefined) throw new Error('The seed has no more referrals.');
    return one;
  };

  /** Does it as the API would; gives the codes, or DONE. A refusal must leave everything as it was. */
  async function attempt(actor: Actor, work: (tx: Tx) => Promise<Outcome<unknown>>, daysLater = 0): Promise<string> {
    const before = await written();
    const refusedWith = new Error('refused');
    let codes = 'DONE';
    await bench.transactions
      .run(actor, async (tx) => {
        const outcome = await work({ ...tx, now: new Date(tx.now.getTime() + daysLater * DAY_MS) });
        if (outcome.ok) return;
        codes = outcome.refusals.map(({ code }) => code).join();
        throw refusedWith;
      })
      .catch((error: unknown) => {
        if (error !== refusedWith) throw error;
      });
    if (codes !== 'DONE') expect(await written()).toEqual(before);
    return codes;
  }

  const written = () => consentState(bench);

  const requests = () => bench.app.get(ConsentRequestsService);
  const records = () => bench.app.get(ConsentRecordsService);
  const withdrawals = () => bench.app.get(ConsentWithdrawalService);

  const wanted = (one: ReferredCase, changes: Partial<WantedConsent> = {}): WantedConsent => ({
    clientId: one.clientId,
    recipientId: one.organisationId,
    purpose: 'PAYROLL_CHECK',
    fieldGroups: ['PAY'],
    ...changes,
  });

  const asked = async (one: ReferredCase, changes: Partial<WantedConsent> = {}): Promise<string> => {
    expect(await attempt(one.caseworker, (tx) => requests().ask(tx, wanted(one, changes)))).toBe('DONE');
    const rows = await bench.rows<{ id: string }>('select id from consent_request where client_id = $1 order by id', [
      one.clientId,
    ]);
    return rows.at(-1)?.id ?? '';
  };

  const grantsOf = (one: ReferredCase, purpose: string) =>
    bench.rows<{ id: string; status: string; text_digest: Buffer | null; withdrawal_way: string | null }>(
      `select id, status, text_digest, withdrawal_way from consent_grant where client_id = $1 and purpose = $2 order by id`,
      [one.clientId, purpose],
    );

  const statusOf = async ({ referralId }: ReferredCase): Promise<string | undefined> =>
    (await bench.rows<{ status: string }>('select status from referral where id = $1', [referralId]))[0]?.status;

  const readBy = async (one: ReferredCase) =>
    bench.transactions.run(one.hr, (tx) => bench.app.get(CandidatesService).byId(tx, one.referralId));

  const paper = async (actor: Actor, bytes = PDF): Promise<string> => {
    const taken = await bench.app.get(FilesService).take(actor, { name: 'paper.pdf', bytes });
    if (!taken.ok) throw new Error('The paper was not taken.');
    return taken.value.id;
  };

  describe('that a caseworker asks for', () => {
    it('holds once the client agreed, for what she was asked, under the text of its version', async () => {
      const one = next();
      const id = await asked(one);
      expect(await attempt(one.client, (tx) => requests().agree(tx, id))).toBe('DONE');
      const [grant] = await grantsOf(one, 'PAYROLL_CHECK');
      expect(grant?.status).toBe('ACTIVE');
      expect(grant?.text_digest).toHaveLength(32);
      expect(await attempt(one.client, (tx) => requests().agree(tx, id))).toBe('WRONG_STATE');
    });

    it('is nothing after a no, and she can be asked again', async () => {
      const one = next();
      const id = await asked(one);
      expect(await attempt(one.client, (tx) => requests().decline(tx, id))).toBe('DONE');
      expect(await grantsOf(one, 'PAYROLL_CHECK')).toEqual([]);
      expect(await statusOf(one)).toBe('SENT');
      await asked(one);
    });

    it('can be answered on the last of fourteen days, and is a no from the next day on', async () => {
      const [inTime, late] = [next(), next()];
      const [first, second] = [await asked(inTime), await asked(late)];
      expect(await attempt(inTime.client, (tx) => requests().agree(tx, first), 14)).toBe('DONE');
      expect(await attempt(late.client, (tx) => requests().agree(tx, second), 15)).toBe('WRONG_STATE');
      const job = { ...late.client, role: 'SYSTEM:consent.expire' as const, clientId: null };
      await bench.transactions.run(job, (tx) =>
        requests().lapsePast({ ...tx, now: new Date(tx.now.getTime() + 15 * DAY_MS) }),
      );
      const [row] = await bench.rows<{ status: string }>('select status from consent_request where id = $1', [second]);
      expect(row?.status).toBe('LAPSED');
    });

    it('is asked for once at a time', async () => {
      const one = next();
      await asked(one);
      await expect(attempt(one.caseworker, (tx) => requests().ask(tx, wanted(one)))).rejects.toMatchObject({
        driverError: { constraint: 'consent_request_open_once_idx' },
      });
    });

    it.each([
      ['of a group that the purpose does not need', { fieldGroups: ['PROFILE'] }, 'GROUP_NOT_FOR_PURPOSE'],
      ['of no group', { fieldGroups: [] }, 'GROUPS_REQUIRED'],
      ['over a year', { validTo: '2099-01-01' }, 'TERM_TOO_LONG'],
      ['that is over', { validTo: '2020-01-01' }, 'TERM_OVER'],
    ] as const)('is refused where it is one %s', async (_, changes, code) => {
      const one = next();
      expect(await attempt(one.caseworker, (tx) => requests().ask(tx, wanted(one, changes)))).toBe(code);
    });

    it('is refused for another purpose’s recipient, another’s client, and from another’s phone', async () => {
      const [one, other] = [next(), next()];
      const toOffice = wanted(one, { recipientId: office });
      expect(await attempt(one.caseworker, (tx) => requests().ask(tx, toOffice))).toBe('RECIPIENT_NOT_FOR_PURPOSE');
      const stranger = { ...one.caseworker, membershipId: other.hr.membershipId };
      expect(await attempt(stranger, (tx) => requests().ask(tx, wanted(one)))).toBe('NOT_FOUND');
      const id = await asked(one);
      expect(await attempt(other.client, (tx) => requests().agree(tx, id))).toBe('NOT_FOUND');
      expect(await attempt(other.client, (tx) => requests().decline(tx, id))).toBe('NOT_FOUND');
    });
  });

  describe('that a caseworker records', () => {
    const recorded = async (one: ReferredCase): Promise<string> => {
      const fileId = await paper(one.caseworker);
      const evidence = { fileId, isReadAloud: false, witnessName: null };
      expect(await attempt(one.caseworker, (tx) => records().record(tx, wanted(one), evidence))).toBe('DONE');
      return (await grantsOf(one, 'PAYROLL_CHECK')).at(-1)?.id ?? '';
    };

    it('has its paper, and is new to the client until she has seen it', async () => {
      const one = next();
      const id = await recorded(one);
      const seen = async () =>
        (
          await bench.rows<{ at: Date | null }>('select seen_by_client_at as at from consent_grant where id = $1', [id])
        )[0]?.at;
      expect(await seen()).toBeNull();
      expect(await attempt(next().client, (tx) => records().markSeen(tx, id))).toBe('NOT_FOUND');
      expect(await attempt(one.client, (tx) => records().markSeen(tx, id))).toBe('DONE');
      expect(await seen()).toEqual(expect.any(Date));
    });

    it('names a witness where it was read aloud, sealed in the database', async () => {
      const one = next();
      const fileId = await paper(one.caseworker);
      const aloud = (witnessName: string | null) =>
        attempt(one.caseworker, (tx) => records().record(tx, wanted(one), { fileId, isReadAloud: true, witnessName }));
      expect(await aloud(null)).toBe('WITNESS_REQUIRED');
      expect(await aloud('  ')).toBe('WITNESS_REQUIRED');
      expect(await aloud('王'.repeat(81))).toBe('TOO_LONG');
      expect(await aloud('王'.repeat(80))).toBe('DONE');
      const [row] = await bench.rows<{ kind: string; sealed: Buffer }>(
        `select evidence_kind as kind, witness_name_enc as sealed from consent_grant where client_id = $1 and purpose = 'PAYROLL_CHECK'`,
        [one.clientId],
      );
      expect(row?.kind).toBe('READ_ALOUD');
      expect(row?.sealed.includes(Buffer.from('王王'))).toBe(false);
    });

    it('is refused without a paper that the recorder may open and a person can read', async () => {
      const one = next();
      const tried = (fileId: string) =>
        attempt(one.caseworker, (tx) =>
          records().record(tx, wanted(one), { fileId, isReadAloud: false, witnessName: null }),
        );
      expect(await tried(await paper(one.caseworker, Buffer.from('a,b\n1,2\n')))).toBe('EVIDENCE_NOT_READABLE');
      expect(await tried(await paper(one.hr))).toBe('NOT_FOUND');
      expect(await tried(one.clientId)).toBe('NOT_FOUND');
    });

    it('is laid before a supervisor in one case of ten, who never recorded it herself; what does not stand ends at once', async () => {
      const one = next();
      const sampled: string[] = [];
      for (let count = 0; sampled.length < 2 && count < 200; count += 1) {
        const id = await recorded(one);
        const laid = await bench.rows('select 1 from consent_review where consent_grant_id = $1', [id]);
        expect(laid).toHaveLength(isSampled(id) ? 1 : 0);
        if (isSampled(id)) sampled.push(id);
      }
      const supervisor = { ...one.caseworker, role: 'SUPERVISOR' as const, membershipId: one.hr.membershipId };
      const reviewOf = async (grantId: string) =>
        (await bench.rows<{ id: string }>('select id from consent_review where consent_grant_id = $1', [grantId]))[0]
          ?.id ?? '';
      const [sound, unsound] = [await reviewOf(sampled[0] ?? ''), await reviewOf(sampled[1] ?? '')];
      // The recorder under another account of her own is no other person.
      const samePerson = (person: string | null) =>
        bench.rows('update user_account set person_id = $1 where id = $2', [person, one.hr.accountId]);
      await samePerson(one.caseworker.accountId);
      expect(await attempt(supervisor, (tx) => withdrawals().review(tx, sound, 'SOUND'))).toBe('NOT_FOUND');
      await samePerson(null);
      const another = { ...supervisor, accountId: one.hr.accountId };
      expect(await attempt(another, (tx) => withdrawals().review(tx, sound, 'SOUND'))).toBe('DONE');
      expect(await attempt(another, (tx) => withdrawals().review(tx, sound, 'NOT_SOUND'))).toBe('WRONG_STATE');
      expect(await attempt(another, (tx) => withdrawals().review(tx, unsound, 'NOT_SOUND'))).toBe('DONE');
      const ended = (await grantsOf(one, 'PAYROLL_CHECK')).find(({ id }) => id === sampled[1]);
      expect([ended?.status, ended?.withdrawal_way]).toEqual(['REVOKED', 'REVIEW']);
      const tasks = await bench.rows(`select 1 from task where kind = 'CONSENT_NOT_SOUND' and client_id = $1`, [
        one.clientId,
      ]);
      expect(tasks).toHaveLength(1);
    });
  });

  describe('that is taken back', () => {
    it('takes what she is put forward by, her open referrals and her card at once', async () => {
      const one = next();
      expect((await readBy(one))?.card?.facts.skills).toEqual(expect.any(Array));
      const [grant] = await grantsOf(one, 'SHARE_PROFILE');
      const [live] = await bench.rows<{ id: string }>(
        `select id from consent_grant where client_id = $1 and recipient_organisation_id = $2 and status = 'ACTIVE' limit 1`,
        [one.clientId, one.organisationId],
      );
      expect(grant).toBeDefined();
      expect(await attempt(one.client, (tx) => withdrawals().withdraw(tx, live?.id ?? ''))).toBe('DONE');
      expect(await statusOf(one)).toBe('WITHDRAWN');
      const read = await readBy(one);
      expect([read?.card, read?.identity, read?.workNeeds]).toEqual([null, null, null]);
    });

    it('costs her nothing else where it was beside the core', async () => {
      const one = next();
      await attempt(one.client, async (tx) => requests().agree(tx, await asked(one)));
      const [grant] = await grantsOf(one, 'PAYROLL_CHECK');
      expect(await attempt(one.client, (tx) => withdrawals().withdraw(tx, grant?.id ?? ''))).toBe('DONE');
      expect(await statusOf(one)).toBe('SENT');
      expect((await readBy(one))?.card).not.toBeNull();
    });

    it('can be recorded by her caseworker as she said it, with a paper where she wrote it', async () => {
      const one = next();
      await attempt(one.client, async (tx) => requests().agree(tx, await asked(one)));
      const [grant] = await grantsOf(one, 'PAYROLL_CHECK');
      const id = grant?.id ?? '';
      const told = (way: WithdrawalWay, fileId: string | null, who = one.caseworker) =>
        attempt(who, (tx) => withdrawals().record(tx, id, way, fileId));
      expect(await told('IN_WRITING', null)).toBe('EVIDENCE_REQUIRED');
      expect(await told('ON_PHONE', null)).toBe('WAY_NOT_HERS');
      expect(await told('REVIEW', null)).toBe('WAY_NOT_HERS');
      expect(await told('BY_CALL', null, { ...one.caseworker, membershipId: one.hr.membershipId })).toBe('NOT_FOUND');
      expect(await told('BY_CALL', null)).toBe('DONE');
      expect(await told('BY_CALL', null)).toBe('WRONG_STATE');
    });

    it('is not hers to take back where it is another’s', async () => {
      const [one, other] = [next(), next()];
      const [grant] = await grantsOf(one, 'SHARE_PROFILE');
      expect(await attempt(other.client, (tx) => withdrawals().withdraw(tx, grant?.id ?? ''))).toBe('NOT_FOUND');
    });
  });

  it('of its own opens what a workplace would have to arrange, and nothing else does', async () => {
    const one = next();
    await plantWorkNeeds(bench, one, '周三上午请假');
    expect((await readBy(one))?.workNeeds).toBeNull();
    const needs = { purpose: 'SHARE_PROFILE', fieldGroups: ['WORK_NEEDS'] } as const;
    await attempt(one.client, async (tx) => requests().agree(tx, await asked(one, needs)));
    const read = await readBy(one);
    expect(read?.workNeeds?.needs).toEqual(['周三上午请假']);
    expect(read?.workNeeds?.notice.chinese).toBe('仅限本岗位招聘用途，不得再提供。');
    const looks = `select 1 from disclosure where client_id = $1 and field_group = 'WORK_NEEDS'`;
    expect(await bench.rows(looks, [one.clientId])).toHaveLength(1);
  });
});
