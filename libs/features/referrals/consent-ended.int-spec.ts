import { systemActor, type Actor } from '#domain/common/actor';
import type { Outcome } from '#domain/common/outcome';
import { ConsentService } from '#features/consent';
import type { Tx } from '#platform/database/transaction';
import { openBench, type Bench } from '#testing/context';
import { consentState, referredCases, type ReferredCase } from '#testing/consent-bench';
import { CandidatesService } from './candidates.service';
import { CaseworkerReferralsService } from './caseworker-referrals.service';
import { ClientAnswersService } from './client-answers.service';
import { EnterpriseAnswersService } from './enterprise-answers.service';
import { OfferAcceptanceService } from './offer-acceptance.service';
import { ReferralLapseService } from './referral-lapse.service';
import { ReferralsModule } from './referrals.module';

describe('a referral whose consent ends by the calendar', () => {
  let bench: Bench;
  let today: string;
  const cases = new Map<string, ReferredCase[]>();

  beforeAll(async () => {
    bench = await openBench({ modules: [ReferralsModule] });
    for (const status of ['PROPOSED', 'SENT', 'VIEWED', 'ACCEPTED'])
      cases.set(status, await referredCases(bench, status));
    cases.set('OFFERED', await offers());
    const [row] = await bench.rows<{ day: string }>(`select (now() at time zone 'Asia/Shanghai')::date::text as day`);
    today = row?.day ?? '';
  });

  afterAll(() => bench.close());

  /** Candidates in an interview, each of whom an enterprise then offers one of its open slots. */
  async function offers(): Promise<ReferredCase[]> {
    const hasRoom = `exists (select from job_slot j where j.position_id = r.position_id and j.status = 'OPEN')`;
    const found = (await referredCases(bench, 'INTERVIEW', hasRoom)).slice(0, 3);
    for (const { referralId } of found) {
      await bench.rows(
        `update job_slot set status = 'HELD', held_until = now() + interval '5 days', held_for = $1
          where id = (select j.id from job_slot j join referral r on r.position_id = j.position_id
                       where r.id = $1 and j.status = 'OPEN' order by j.id limit 1)`,
        [referralId],
      );
      await bench.rows(
        `update referral set status = 'OFFERED', offered_at = now(), offer_pay_fen = 400000, offer_weekly_hours = 40, offer_shift = 'DAY',
                offer_hire_date = current_date + 3, offer_pay_cycle_days = 30 where id = $1`,
        [referralId],
      );
    }
    return found;
  }

  /** A referral in this state, resting on one consent whose last day lies so many days from today. */
  async function lasting(status: string, days: number): Promise<ReferredCase> {
    const one = cases.get(status)?.pop();
    if (one === undefined) throw new Error(`The seed has no more referrals in ${status}.`);
    await bench.rows(
      `update consent_grant set valid_from = $2::date - 300, valid_to = $2::date - 250 where client_id = $1`,
      [one.clientId, today],
    );
    const [grant] = await bench.rows<{ id: string }>(
      `insert into consent_grant (county_id, id, client_id, recipient_organisation_id, discloser_organisation_id, purpose, field_groups,
                                  valid_from, valid_to, status, text_version)
       select county_id, gen_random_uuid(), client_id, organisation_id, $2, 'SHARE_PROFILE', '{PROFILE}', $3::date - 300, $3::date + $4::int,
              'ACTIVE', '1' from referral where id = $1 returning id`,
      [one.referralId, one.caseworker.organisationId, today, days],
    );
    await bench.rows('update referral set consent_grant_id = $2 where id = $1', [one.referralId, grant?.id]);
    return one;
  }

  async function attempt(actor: Actor, work: (tx: Tx) => Promise<Outcome<unknown>>): Promise<string> {
    const before = await consentState(bench);
    const refusedWith = new Error('refused');
    let codes = 'DONE';
    await bench.transactions
      .run(actor, async (tx) => {
        const outcome = await work(tx);
        if (outcome.ok) return;
        codes = outcome.refusals.map(({ code }) => code).join();
        throw refusedWith;
      })
      .catch((error: unknown) => {
        if (error !== refusedWith) throw error;
      });
    if (codes !== 'DONE') expect(await consentState(bench)).toEqual(before);
    return codes;
  }

  const stored = async ({ referralId }: ReferredCase) => {
    const [row] = await bench.rows<{ status: string; reason: string | null; hasCard: boolean; held: number }>(
      `select status, refusal_reason as reason, card is not null as "hasCard",
              (select count(*)::int from job_slot where held_for = r.id) as held from referral r where id = $1`,
      [referralId],
    );
    return row;
  };

  const job = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    bench.transactions.run(systemActor(bench.countyId, 'referral.consent-ended'), work);

  /** What the job does at midnight. */
  async function midnight(): Promise<void> {
    for (const id of await job((tx) => lapses().withoutConsent(tx))) await job((tx) => lapses().endWithConsent(tx, id));
  }

  const lapses = () => bench.app.get(ReferralLapseService);
  const enterprise = () => bench.app.get(EnterpriseAnswersService);
  const candidate = (one: ReferredCase) =>
    bench.transactions.run(one.hr, (tx) => bench.app.get(CandidatesService).byId(tx, one.referralId));

  it('goes on through the last day', async () => {
    const one = await lasting('SENT', 0);
    await midnight();
    expect(await attempt(one.hr, (tx) => enterprise().view(tx, one.referralId))).toBe('DONE');
    expect((await candidate(one))?.card).not.toBeNull();
    expect((await stored(one))?.status).toBe('VIEWED');
  });

  it('is withdrawn for everybody from the first minute of the next day, before any job came by', async () => {
    const [sent, offered] = [await lasting('SENT', -1), await lasting('OFFERED', -1)];
    expect(await attempt(sent.hr, (tx) => enterprise().view(tx, sent.referralId))).toBe('WRONG_STATE');
    expect(await attempt(sent.hr, (tx) => enterprise().decline(tx, sent.referralId, 'SKILLS'))).toBe('WRONG_STATE');
    expect(
      await attempt(sent.client, (tx) => bench.app.get(ClientAnswersService).decline(tx, sent.referralId, null)),
    ).toBe('WRONG_STATE');
    expect(
      await attempt(offered.client, (tx) => bench.app.get(OfferAcceptanceService).accept(tx, offered.referralId)),
    ).toBe('WRONG_STATE');
    expect((await candidate(sent))?.card).toBeNull();
    expect([(await stored(sent))?.status, (await stored(offered))?.status]).toEqual(['SENT', 'OFFERED']);
  });

  it('is ended by the job as a withdrawal ends it: no card is kept, the held slot is free, once', async () => {
    const [viewed, offered] = [await lasting('VIEWED', -1), await lasting('OFFERED', -1)];
    expect((await stored(offered))?.held).toBe(1);
    await midnight();
    for (const one of [viewed, offered])
      expect(await stored(one)).toEqual({ status: 'WITHDRAWN', reason: 'CONSENT_ENDED', hasCard: false, held: 0 });
    const once = await consentState(bench);
    await midnight();
    expect(await consentState(bench)).toEqual(once);
  });

  it('gives its slot back where it is proposed anew before the job came by', async () => {
    const one = await lasting('OFFERED', -1);
    const again = await attempt(one.caseworker, (tx) =>
      bench.app.get(CaseworkerReferralsService).proposeAgain(tx, one.referralId, 'CLIENT_ASKED'),
    );
    expect(await stored(one)).toMatchObject(
      again === 'DONE' ? { status: 'PROPOSED', held: 0 } : { status: 'OFFERED', held: 1 },
    );
  });

  it('stands where the client gave the consent anew', async () => {
    const one = await lasting('SENT', -1);
    await bench.transactions.run(one.client, (tx) =>
      bench.app.get(ConsentService).grant(tx, {
        clientId: one.clientId,
        recipientId: one.organisationId,
        purpose: 'SHARE_PROFILE',
        fieldGroups: ['PROFILE'],
        evidence: null,
      }),
    );
    await midnight();
    expect((await stored(one))?.status).toBe('SENT');
    expect(await attempt(one.hr, (tx) => enterprise().view(tx, one.referralId))).toBe('DONE');
  });

  it.each(['PROPOSED', 'ACCEPTED'])(
    'does not touch one in %s: it waits for a consent, or rests on a contract',
    async (status) => {
      const one = await lasting(status, -1);
      await midnight();
      expect((await stored(one))?.status).toBe(status);
    },
  );
});
