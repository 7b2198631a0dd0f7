import { systemActor, type Actor } from '#domain/common/actor';
import { AnchorBook } from '#platform/audit/anchor-book';
import { Audit } from '#platform/audit/audit';
import { AuditAnchoring } from '#platform/audit/audit-anchoring';
import { pastTheMatrix } from '#testing/database-wall';
import { openBench, type Bench } from '#testing/context';
import { doDueJobs } from '#testing/jobs';
import { AuditChainService, type ChainView } from './audit-chain.service';
import { AuditJobsModule } from './audit-jobs.module';
import { AuditVerify } from './audit.jobs';
import { AuditVerifyProcessor } from './audit.processor';
import { AuditRepository, type AuditEntryRow, type AuditSearch } from './audit.repository';

const EVERYTHING: AuditSearch = { action: null, outcome: null, subjectId: null, from: null, to: null };

describe('the audit trail of a county', () => {
  let bench: Bench;
  let chain: AuditChainService;
  let auditor: Actor;
  let caseworker: Actor;

  beforeAll(async () => {
    bench = await openBench({ modules: [AuditJobsModule] });
    chain = bench.app.get(AuditChainService);
    auditor = await memberAs('AUDITOR');
    caseworker = await memberAs('CASEWORKER');
  });

  afterAll(() => bench.close());

  async function memberAs(role: string): Promise<Actor> {
    const [actor] = await bench.rows<Actor>(
      `select county_id as "countyId", role, account_id as "accountId", id as "membershipId",
              organisation_id as "organisationId", client_id as "clientId" from membership where status = 'ACTIVE' and role = $1 limit 1`,
      [role],
    );
    if (actor === undefined) throw new Error(`There is no ${role}.`);
    return actor;
  }

  const act = (action: string, subjectId: string | null = null): Promise<void> =>
    bench.transactions.run(caseworker, (tx) =>
      bench.app.get(Audit).record(tx, { action, subjectType: 'client', subjectId, fields: ['phone'] }),
    );

  const found = async (search: Partial<AuditSearch>, as: Actor = auditor): Promise<readonly AuditEntryRow[]> =>
    bench.transactions.run(as, async (tx) => {
      const page = await bench.app
        .get(AuditRepository)
        .page(tx, { ...EVERYTHING, ...search }, { limit: 100, after: null });
      expect(page.totalCount).toBe(page.rows.length);
      return page.rows;
    });

  async function verified(): Promise<ChainView> {
    await bench.transactions.run(auditor, (tx) => chain.request(tx));
    expect((await bench.transactions.run(auditor, (tx) => chain.view(tx))).isVerifying).toBe(true);
    await doDueJobs(bench.app, bench.countyId, { [AuditVerify.name]: AuditVerifyProcessor });
    return bench.transactions.run(auditor, (tx) => chain.view(tx));
  }

  it('is searched by act, outcome, row and day, latest first, with the names of staff', async () => {
    await act('client.updated', bench.countyId);
    await act('client.created');
    await bench.transactions.run(caseworker, (tx) =>
      bench.app.get(Audit).recordDenied(tx, { action: 'access.denied', subjectType: 'field', subjectId: null }),
    );
    const [today] = await bench.rows<{ day: string }>(
      `select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day`,
    );
    const all = await found({});
    expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, index) => all.length - index));
    expect(all.every(({ actorName }) => actorName !== null)).toBe(true);
    expect((await found({ action: 'client.' })).map(({ action }) => action)).toEqual([
      'client.created',
      'client.updated',
    ]);
    expect(await found({ outcome: 'DENIED' })).toHaveLength(1);
    expect((await found({ subjectId: bench.countyId })).map(({ action }) => action)).toEqual(['client.updated']);
    expect(await found({ from: today?.day ?? '', to: today?.day ?? '' })).toHaveLength(all.length);
    expect(await found({ to: '2020-01-01' })).toEqual([]);
  });

  it('shows a caseworker, an enterprise and a trainer nothing of it', async () => {
    await act('client.read');
    for (const role of ['CASEWORKER', 'ENTERPRISE_HR', 'TRAINER']) {
      const other = await memberAs(role);
      await expect(found({}, other)).rejects.toThrow(`gives ${role} nothing to read of the type audit_entry`);
      expect(await pastTheMatrix(bench.database.app, other, ['select id from audit_entry'])).toEqual([]);
    }
  });

  it('is not vouched for before the first anchor, and intact after it', async () => {
    expect((await verified()).verifications[0]).toMatchObject({ problem: 'NO_ANCHOR' });
    await bench.app.get(AuditAnchoring).anchor(false);
    const { verifications, entries, isVerifying } = await verified();
    expect(verifications[0]).toMatchObject({ problem: null, entries });
    expect(isVerifying).toBe(false);
  });

  it('is anchored again after a thousand entries, or when the minute is over', async () => {
    const anchoring = bench.app.get(AuditAnchoring);
    const anchors = (): number => bench.app.get(AnchorBook).read(bench.countyId).anchors.length;
    const before = anchors();
    await act('client.read');
    await anchoring.anchor(false);
    expect(anchors()).toBe(before);
    await bench.transactions.run(caseworker, (tx) =>
      tx.query(
        `insert into audit_entry (county_id, id, occurred_at, actor_role, actor_account_id, actor_membership_id, action, subject_type)
         select app.county(), gen_random_uuid(), now(), app.role(), app.account(), app.membership(), 'client.read', 'client' from generate_series(1, 1000)`,
      ),
    );
    await anchoring.anchor(false);
    expect(anchors()).toBe(before + 1);
    await anchoring.anchor(false);
    expect(anchors()).toBe(before + 1);
  });

  it('keeps what the walk found when somebody changed an entry behind the application’s back', async () => {
    await bench.database.admin.query(
      `set session_replication_role = replica;
       update audit_entry set action = 'x.changed' where id = (select id from audit_link where sequence = 2);
       set session_replication_role = origin`,
    );
    expect((await verified()).verifications[0]).toMatchObject({ problem: 'ENTRY_CHANGED', problemSequence: 2 });
    const job = systemActor(bench.countyId, 'audit.retention');
    expect(await bench.transactions.run(job, (tx) => chain.cut(tx))).toBe(0);
  });

  it('is cut at what is older than three years, and intact afterwards', async () => {
    await bench.database.admin.query(
      `set session_replication_role = replica;
       update audit_entry set action = 'client.created' where id = (select id from audit_link where sequence = 2);
       set session_replication_role = origin`,
    );
    const job = systemActor(bench.countyId, 'audit.retention');
    const later = new Date(Date.now() + 3.1 * 365 * 86_400_000);
    const before = (await verified()).entries;
    await act('client.read');
    const gone = await bench.transactions.run(job, async (tx) => {
      await tx.query(`select set_config('app.today', $1, true)`, [later.toISOString().slice(0, 10)]);
      return chain.cut({ ...tx, now: later });
    });
    expect(gone).toBeGreaterThanOrEqual(before);
    expect((await verified()).verifications[0]).toMatchObject({ problem: null });
  });
});
