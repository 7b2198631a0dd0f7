import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#domain/common/actor';
import type { Outcome } from '#domain/common/outcome';
import type { Tx } from '#platform/database/transaction';
import { ClientsService } from '#features/clients';
import { openBench, type Bench } from '#testing/context';
import { CaseworkerReferralsService } from './caseworker-referrals.service';
import { ClientAnswersService } from './client-answers.service';
import { EnterpriseAnswersService } from './enterprise-answers.service';
import { OfferAcceptanceService } from './offer-acceptance.service';
import { ReferralsModule } from './referrals.module';

interface Case {
  readonly id: string;
  readonly clientId: string;
  readonly positionId: string;
  readonly caseworker: Actor;
  readonly client: Actor;
  readonly hr: Actor;
}

const TERMS = { payFen: 900_000, weeklyHours: 40, shift: 'DAY', hireDate: '2026-10-15', payCycleDays: 30 } as const;

/** Wednesday, 10:00 in Shanghai. */
const NOW = '2026-10-14T02:00:00.000Z';

describe('what cannot be done is refused by name, and nothing is written', () => {
  let bench: Bench;

  beforeAll(async () => {
    bench = await openBench({ modules: [ReferralsModule], clockAt: NOW });
  });

  afterAll(() => bench.close());

  async function inState(status: string): Promise<Case> {
    const [row] = await bench.rows<Record<'id' | 'client' | 'position' | 'cw' | 'cwa' | 'hr' | 'hra' | 'org', string>>(
      `select r.id, r.client_id as client, r.position_id as position, r.organisation_id as org,
              w.id as cw, w.account_id as cwa, h.id as hr, h.account_id as hra
         from referral r join client c on c.id = r.client_id join membership w on w.id = c.caseworker_membership_id
         join membership h on h.organisation_id = r.organisation_id and h.role = 'ENTERPRISE_HR'
         join position p on p.id = r.position_id join cooperation_agreement a on a.id = p.agreement_id
        where r.status = $1 and p.status = 'PUBLISHED' and a.status = 'ACTIVE' order by r.id limit 1`,
      [status],
    );
    if (row === undefined) throw new Error(`No referral ${status}.`);
    const nobody = {
      countyId: bench.countyId,
      accountId: null,
      membershipId: null,
      organisationId: null,
      clientId: null,
    };
    return {
      id: row.id,
      clientId: row.client,
      positionId: row.position,
      caseworker: { ...nobody, role: 'CASEWORKER', accountId: row.cwa, membershipId: row.cw },
      client: { ...nobody, role: 'CLIENT', clientId: row.client },
      hr: { ...nobody, role: 'ENTERPRISE_HR', accountId: row.hra, membershipId: row.hr, organisationId: row.org },
    };
  }

  /** Everything that a step of a referral could change, as one text. */
  const state = async (): Promise<string> => {
    const [row] = await bench.rows<{ digest: string }>(
      `select md5((select coalesce(string_agg(r::text, '' order by r.id), '') from referral r)
               || (select string_agg(j::text, '' order by j.id) from job_slot j)
               || (select coalesce(string_agg(p::text, '' order by p.id), '') from placement p)
               || (select string_agg(c::text, '' order by c.id) from client c)
               || (select count(*) from outbox_event) || '|' || (select count(*) from audit_entry)) as digest`,
    );
    return row?.digest ?? '';
  };

  /** Does it as the API would: rolled back on a refusal. Gives the codes, or DONE; asserts that a refusal wrote nothing. */
  async function attempt(actor: Actor, work: (tx: Tx) => Promise<Outcome<unknown>>): Promise<string> {
    const before = await state();
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
    if (codes !== 'DONE') expect(await state()).toBe(before);
    return codes;
  }

  const caseworkers = () => bench.app.get(CaseworkerReferralsService);
  const enterprises = () => bench.app.get(EnterpriseAnswersService);
  const clients = () => bench.app.get(ClientAnswersService);
  const offers = () => bench.app.get(OfferAcceptanceService);

  it.each(['PROPOSED', 'SENT', 'VIEWED', 'DECLINED_BY_ENTERPRISE'])('an offer in state %s', async (status) => {
    const { hr, id } = await inState(status);
    expect(await attempt(hr, (tx) => enterprises().offer(tx, id, TERMS))).toBe(
      status === 'PROPOSED' ? 'NOT_FOUND' : 'WRONG_STATE',
    );
  });

  it.each(['PROPOSED', 'SENT', 'ACCEPTED'])('an invitation accepted in state %s', async (status) => {
    const { client, id } = await inState(status);
    expect(await attempt(client, (tx) => clients().acceptInvitation(tx, id))).toBe('WRONG_STATE');
  });

  it('a second acceptance of the same offer', async () => {
    const { client, id } = await inState('ACCEPTED');
    expect(await attempt(client, (tx) => offers().accept(tx, id))).toBe('WRONG_STATE');
  });

  it('a second consent to the same proposal', async () => {
    const { client, id } = await inState('CONSENTED');
    expect(await attempt(client, (tx) => clients().consent(tx, id, false))).toBe('WRONG_STATE');
  });

  it('a step on a referral that does not exist', async () => {
    const { hr, client, caseworker } = await inState('SENT');
    const id = uuidv7();
    expect(await attempt(hr, (tx) => enterprises().view(tx, id))).toBe('NOT_FOUND');
    expect(await attempt(client, (tx) => offers().accept(tx, id))).toBe('NOT_FOUND');
    expect(await attempt(caseworker, (tx) => caseworkers().send(tx, id))).toBe('NOT_FOUND');
  });

  it('a step by somebody of another county, though everything else is right', async () => {
    const { hr, client, caseworker, id } = await inState('SENT');
    const elsewhere = { countyId: uuidv7() };
    expect(await attempt({ ...hr, ...elsewhere }, (tx) => enterprises().view(tx, id))).toBe('NOT_FOUND');
    expect(await attempt({ ...client, ...elsewhere }, (tx) => clients().decline(tx, id, null))).toBe('NOT_FOUND');
    expect(await attempt({ ...caseworker, ...elsewhere }, (tx) => caseworkers().send(tx, id))).toBe('NOT_FOUND');
  });

  it('a proposal of a position of another county, or to a client of it', async () => {
    const { caseworker, clientId, positionId } = await inState('SENT');
    const elsewhere = { ...caseworker, countyId: uuidv7() };
    expect(await attempt(elsewhere, (tx) => caseworkers().propose(tx, clientId, positionId))).toBe('NOT_FOUND');
    expect(await attempt(caseworker, (tx) => caseworkers().propose(tx, clientId, uuidv7()))).toBe('NOT_FOUND');
    expect(await attempt(caseworker, (tx) => caseworkers().propose(tx, uuidv7(), positionId))).toBe('NOT_FOUND');
  });

  it('a change of a client on a version that is no longer hers', async () => {
    const { caseworker, clientId } = await inState('SENT');
    const change = (version: number) =>
      attempt(caseworker, (tx) =>
        bench.app.get(ClientsService).update(tx, clientId, version, { weeklyHoursAvailable: 32 }),
      );
    const [{ version }] = (await bench.rows<{ version: number }>('select version from client where id = $1', [
      clientId,
    ])) as [{ version: number }];
    expect(await change(version + 1)).toBe('STALE_VERSION');
    expect(await change(version)).toBe('DONE');
    expect(await change(version)).toBe('STALE_VERSION');
  });

  describe('where the agreement is suspended:', () => {
    const suspend = (positionId: string) =>
      bench.rows(
        `update cooperation_agreement set status = 'SUSPENDED' where id = (select agreement_id from position where id = $1)`,
        [positionId],
      );

    it('a proposal', async () => {
      const { caseworker, positionId, clientId, hr } = await inState('VIEWED');
      await suspend(positionId);
      expect(await attempt(caseworker, (tx) => caseworkers().propose(tx, clientId, positionId))).toContain(
        'AGREEMENT_NOT_ACTIVE',
      );
      await bench.rows(`update cooperation_agreement set status = 'ACTIVE' where organisation_id = $1`, [
        hr.organisationId,
      ]);
    });

    it('a sending and an offer', async () => {
      const consented = await inState('CONSENTED');
      const meeting = await inState('INTERVIEW');
      await suspend(consented.positionId);
      await suspend(meeting.positionId);
      expect(await attempt(consented.caseworker, (tx) => caseworkers().send(tx, consented.id))).toBe(
        'AGREEMENT_NOT_ACTIVE',
      );
      expect(await attempt(meeting.hr, (tx) => enterprises().offer(tx, meeting.id, TERMS))).toContain(
        'AGREEMENT_NOT_ACTIVE',
      );
    });
  });
});
