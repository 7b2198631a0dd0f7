import type { Actor } from '#domain/common/actor';
import { openBench, type Bench } from '#testing/context';
import { CandidatesService } from './candidates.service';
import { ReferralsModule } from './referrals.module';

interface Case {
  readonly id: string;
  readonly clientId: string;
  readonly hr: Actor;
}

describe('what an enterprise sees of a candidate', () => {
  let bench: Bench;

  beforeAll(async () => {
    bench = await openBench({ modules: [ReferralsModule] });
  });

  beforeEach(() => bench.rows('truncate disclosure'));

  afterAll(() => bench.close());

  /** A referral in this state, and the personnel officer of its enterprise. Throws where the seed has none. */
  async function inState(status: string, more = 'true'): Promise<Case> {
    const [row] = await bench.rows<{ id: string; client_id: string; account_id: string; member: string; org: string }>(
      `select r.id, r.client_id, m.account_id, m.id as member, m.organisation_id as org
         from referral r join membership m on m.organisation_id = r.organisation_id and m.role = 'ENTERPRISE_HR'
        where r.status = $1 and ${more} order by r.id limit 1`,
      [status],
    );
    if (row === undefined) throw new Error(`No referral ${status}.`);
    const { id, client_id: clientId, account_id: accountId, member: membershipId, org: organisationId } = row;
    const { countyId } = bench;
    return {
      id,
      clientId,
      hr: { countyId, role: 'ENTERPRISE_HR', accountId, membershipId, organisationId, clientId: null },
    };
  }

  const nameOf = async ({ id, hr }: Case): Promise<string | null | undefined> => {
    const candidate = await bench.transactions.run(hr, (tx) => bench.app.get(CandidatesService).byId(tx, id));
    return candidate === null ? undefined : (candidate.identity?.name ?? null);
  };

  const disclosures = ({ clientId }: Case) =>
    bench.rows<{ basis: string; field_group: string; count: number }>(
      `select basis, field_group, count from disclosure where client_id = $1 order by field_group`,
      [clientId],
    );

  const revoke = ({ clientId }: Case) =>
    bench.rows(`update consent_grant set status = 'REVOKED', revoked_at = now() where client_id = $1`, [clientId]);

  it.each(['SENT', 'VIEWED', 'INVITED'])(
    'is a card without a name while it is %s, and that it was shown is on record',
    async (state) => {
      const candidate = await inState(state);
      expect(await nameOf(candidate)).toBeNull();
      expect(await disclosures(candidate)).toEqual([{ basis: 'CONSENT', field_group: 'PROFILE', count: 1 }]);
    },
  );

  it('is a name from the accepted invitation on, and every look is counted', async () => {
    const candidate = await inState('INTERVIEW');
    expect(await nameOf(candidate)).toEqual(expect.any(String));
    await nameOf(candidate);
    expect(await disclosures(candidate)).toEqual([
      { basis: 'CONSENT', field_group: 'IDENTITY', count: 2 },
      { basis: 'CONSENT', field_group: 'PROFILE', count: 2 },
    ]);
  });

  it('is counted for everybody who looks at the same time, whoever began first', async () => {
    const candidate = await inState('INTERVIEW');
    const lookFrom = (secondsAgo: number) =>
      bench.transactions.run(candidate.hr, (tx) =>
        bench.app
          .get(CandidatesService)
          .byId({ ...tx, now: new Date(tx.now.getTime() - secondsAgo * 1_000) }, candidate.id),
      );
    await lookFrom(0);
    await lookFrom(3); // began before the first one, and came to write after it
    await Promise.all([lookFrom(2), lookFrom(1)]);
    expect(await disclosures(candidate)).toEqual([
      { basis: 'CONSENT', field_group: 'IDENTITY', count: 4 },
      { basis: 'CONSENT', field_group: 'PROFILE', count: 4 },
    ]);
  });

  it('is no name any more once the consent is withdrawn', async () => {
    const candidate = await inState('INTERVIEW');
    await revoke(candidate);
    expect(await nameOf(candidate)).toBeNull();
    expect((await disclosures(candidate)).filter(({ field_group: group }) => group === 'IDENTITY')).toEqual([]);
  });

  it('stays a name for the employer by the contract, consent or not, until the contract ends', async () => {
    const working = `exists (select from placement p where p.referral_id = r.id and p.status in ('PROBATION', 'ACTIVE'))`;
    const candidate = await inState('ACCEPTED', working);
    await revoke(candidate);
    expect(await nameOf(candidate)).toEqual(expect.any(String));
    expect(await disclosures(candidate)).toContainEqual({ basis: 'CONTRACT', field_group: 'IDENTITY', count: 1 });
    await bench.rows(
      `update placement set status = 'ENDED', ended_on = hire_date, end_reason = 'OTHER', ended_at = now() where referral_id = $1`,
      [candidate.id],
    );
    expect(await nameOf(candidate)).toBeNull();
  });

  it('is nothing at all to another enterprise', async () => {
    const candidate = await inState('INTERVIEW');
    const other = await inState('SENT', `r.organisation_id <> '${candidate.hr.organisationId}'`);
    expect(await nameOf({ ...candidate, hr: other.hr })).toBeUndefined();
    expect(await disclosures(candidate)).toEqual([]);
  });
});
