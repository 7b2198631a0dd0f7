import { systemActor } from '#domain/common/actor';
import { Logger } from '#platform/logging/logger';
import { openBench, type Bench } from '#testing/context';
import { DataRightsJobsModule } from './data-rights-jobs.module';
import { RetentionProcessor } from './retention.processor';

/** Monday, 10:00 in Shanghai: cases are kept from 2023-11-30, free text from 2025-11-30, colleagues' lines from 2024-11. */
const NOW = '2026-11-30T02:00:00.000Z';

describe('letting go of what has been kept for its time', () => {
  let bench: Bench;
  let people: string[];

  beforeAll(async () => {
    bench = await openBench({ modules: [DataRightsJobsModule], clockAt: NOW });
    people = (
      await bench.rows<{ id: string }>(
        `select id from client c where not exists (select from placement p where p.client_id = c.id) order by id limit 9`,
      )
    ).map(({ id }) => id);
  }, 180_000);

  afterAll(() => bench.close());

  const person = (index: number): string => people[index] ?? '';

  async function sweep(): Promise<void> {
    const actor = systemActor(bench.countyId, 'retention.sweep');
    await bench.app.get(RetentionProcessor).handle({
      actor,
      log: bench.app.get(Logger),
      transact: (work, options) => bench.transactions.run(actor, work, options),
    });
  }

  /** Plants rows that stand alone: without the run, upload or grant that they came from. */
  async function planted(sql: string, parameters: unknown[] = []): Promise<void> {
    const client = await bench.database.admin.connect();
    try {
      await client.query('set session_replication_role = replica');
      await client.query(sql, parameters);
      await client.query('set session_replication_role = origin');
    } finally {
      client.release();
    }
  }

  const close = (clientId: string, on: string): Promise<void> =>
    planted(
      `update programme_entry set status = 'CLOSED', started_on = '2023-01-01', closed_on = $2, close_reason = 'MOVED' where client_id = $1`,
      [clientId, on],
    );

  const note = (clientId: string): Promise<void> =>
    planted(
      `insert into contact (county_id, id, client_id, membership_id, channel, is_two_way, occurred_at, note_enc)
       select county_id, gen_random_uuid(), id, caseworker_membership_id, 'PHONE', true, '2023-06-01', '\\x80010102' from client where id = $1`,
      [clientId],
    );

  const finding = (clientId: string, status: string): Promise<void> =>
    planted(
      `insert into pay_finding (county_id, id, result_id, placement_id, client_id, organisation_id, period, rule_code, status,
                                verdict, severity, finding_class, shortfall_fen, figures, detected_at)
       select county_id, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), id, gen_random_uuid(), '2023-06', 'MIN_WAGE', $2,
              'REVIEW', 'MAJOR', 'STATUTORY', 100, '{}', '2023-07-10' from client where id = $1`,
      [clientId, status],
    );

  async function isErased(clientId: string): Promise<boolean> {
    const [row] = await bench.rows<{ erased: boolean }>(
      'select erased_at is not null as erased from client where id = $1',
      [clientId],
    );
    return row?.erased === true;
  }

  async function notesOf(clientId: string): Promise<number> {
    const [row] = await bench.rows<{ n: number }>(
      'select count(*)::int as n from contact where client_id = $1 and note_enc is not null',
      [clientId],
    );
    return row?.n ?? 0;
  }

  it('erases a case on the day after its three years, not on their last day, and not under a hold', async () => {
    await close(person(0), '2023-11-29');
    await close(person(1), '2023-11-30');
    await close(person(2), '2023-11-29');
    await finding(person(2), 'ESCALATED');
    await close(person(3), '2023-11-29');
    await finding(person(3), 'DISMISSED');
    await sweep();
    expect(await Promise.all([0, 1, 2, 3].map((index) => isErased(person(index))))).toEqual([true, false, false, true]);
  });

  it('clears free text on the day after its twelve months, not on their last day, and not under a hold', async () => {
    for (const [index, on] of [
      [4, '2025-11-29'],
      [5, '2025-11-30'],
      [6, '2025-11-29'],
    ] as const) {
      await close(person(index), on);
      await note(person(index));
    }
    await finding(person(6), 'TRIAGE');
    await note(person(7)); // whose case is open
    await sweep();
    expect(await Promise.all([4, 5, 6, 7].map((index) => notesOf(person(index))))).toEqual([0, 1, 1, 1]);
  });

  it('takes a mentor’s notes twelve months after the pairing ended, not before, and leaves that there was one', async () => {
    for (const endedOn of ['2025-11-29', '2025-11-30', null])
      await planted(
        `with pairing as (
           insert into mentor_pairing (county_id, id, client_id, mentor_membership_id, organisation_id, paired_by_membership_id, paired_at,
                                       status, ended_at, ended_by)
           select c.county_id, gen_random_uuid(), c.id, m.id, m.organisation_id, m.id, '2025-06-01',
                  case when $2::date is null then 'ACTIVE' else 'ENDED' end, $2::date, case when $2::date is null then null else 'CLIENT' end
             from client c, membership m where c.id = $1 and m.role = 'MENTOR' limit 1 returning *)
         insert into mentor_note (county_id, id, pairing_id, client_id, mentor_membership_id, written_at, next_contact_on)
         select county_id, gen_random_uuid(), id, client_id, mentor_membership_id, '2025-06-02', '2025-06-09' from pairing`,
        [person(8), endedOn],
      );
    await sweep();
    const ends = await bench.rows<{ on: string | null }>(
      `select (p.ended_at at time zone 'Asia/Shanghai')::date::text as on from mentor_note n join mentor_pairing p on p.id = n.pairing_id
        where p.client_id = $1 order by 1`,
      [person(8)],
    );
    expect(ends.map(({ on }) => on)).toEqual(['2025-11-30', null]);
    expect(await bench.rows('select id from mentor_pairing where client_id = $1', [person(8)])).toHaveLength(3);
  });

  it('takes lines of colleagues after 24 months, never those of placed people', async () => {
    const lines = await bench.rows<{ id: string }>(
      'select id from payroll_line where placement_id is null order by id limit 2',
    );
    const [placed] = await bench.rows<{ id: string }>(
      'select id from payroll_line where placement_id is not null order by id limit 1',
    );
    await planted(`update payroll_line set period = '2024-10' where id = any($1)`, [[lines[0]?.id, placed?.id]]);
    await planted(`update payroll_line set period = '2024-11' where id = $1`, [lines[1]?.id]);
    await sweep();
    const left = await bench.rows<{ id: string }>('select id from payroll_line where id = any($1)', [
      [lines[0]?.id, lines[1]?.id, placed?.id],
    ]);
    expect(left.map(({ id }) => id).sort()).toEqual([lines[1]?.id, placed?.id].sort());
  });

  it('takes what was noted of a reader’s look after three years', async () => {
    for (const day of ['2023-11-29', '2023-11-30']) {
      await planted(
        `insert into disclosure (county_id, id, client_id, basis, basis_id, reader_membership_id, recipient_organisation_id, field_group, day, first_at, last_at, count)
         select county_id, gen_random_uuid(), id, 'CASE_WORK', id, caseworker_membership_id, gen_random_uuid(), 'IDENTITY', $2::date, $2::date, $2::date, 1
           from client where id = $1`,
        [person(5), day],
      );
    }
    await sweep();
    const left = await bench.rows('select day from disclosure where client_id = $1', [person(5)]);
    expect(left).toHaveLength(1);
  });

  it('takes consents three years after their end, with what was asked and reviewed about them, and leaves the referral', async () => {
    const grants = await bench.rows<{ id: string }>(
      `select g.id from consent_grant g where exists (select from referral r where r.consent_grant_id = g.id)
        order by g.id limit 4`,
    );
    const [lapsed, lastDay, revoked, rested] = grants.map(({ id }) => id);
    await planted('delete from disclosure where consent_grant_id = any($1)', [[lapsed, lastDay, revoked, rested]]);
    const ended = (id: string | undefined, validTo: string, revokedOn: string | null, status: string): Promise<void> =>
      planted(
        `update consent_grant set valid_from = '2023-01-01', valid_to = $2, revoked_at = $3::date, status = $4,
                withdrawal_way = case when $3::date is null then null else 'ON_PHONE' end where id = $1`,
        [id, validTo, revokedOn, status],
      );
    await ended(lapsed, '2023-11-29', null, 'EXPIRED');
    await ended(lastDay, '2023-11-30', null, 'EXPIRED');
    await ended(revoked, '2023-12-20', '2023-11-20', 'REVOKED');
    await ended(rested, '2023-11-29', null, 'EXPIRED');
    await planted(
      `insert into disclosure (county_id, id, client_id, basis, basis_id, consent_grant_id, reader_membership_id, recipient_organisation_id, field_group, day, first_at, last_at, count)
       select g.county_id, gen_random_uuid(), g.client_id, 'CONSENT', g.id, g.id, c.caseworker_membership_id, g.recipient_organisation_id, 'PROFILE', current_date, now(), now(), 1
         from consent_grant g join client c on c.id = g.client_id where g.id = $1`,
      [rested],
    );
    const referrals = await bench.rows<{ id: string }>('select id from referral where consent_grant_id = $1', [lapsed]);
    await sweep();
    const left = await bench.rows<{ id: string }>('select id from consent_grant where id = any($1)', [
      grants.map(({ id }) => id),
    ]);
    expect(left.map(({ id }) => id).sort()).toEqual([lastDay, rested].sort());
    const kept = await bench.rows('select consent_grant_id as "grant" from referral where id = any($1)', [
      referrals.map(({ id }) => id),
    ]);
    expect(kept).toEqual(referrals.map(() => ({ grant: null })));
  });

  it('clears the titles of goals with the other free text', async () => {
    await close(person(8), '2025-11-29');
    await planted(
      `with plan as (
         insert into support_plan (county_id, id, client_id, status) select county_id, gen_random_uuid(), id, 'DRAFT' from client where id = $1
         returning county_id, id, client_id
       ) insert into goal (county_id, id, support_plan_id, client_id, seq, title_enc, status)
         select county_id, gen_random_uuid(), id, client_id, 1, '\\x8001', 'OPEN' from plan`,
      [person(8)],
    );
    await sweep();
    const goals = await bench.rows(`select octet_length(title_enc) as bytes from goal where client_id = $1`, [
      person(8),
    ]);
    expect(goals.length).toBeGreaterThan(0);
    expect(goals).toEqual(goals.map(() => ({ bytes: 0 })));
  });

  it('takes an identity number on the day after its thirty days, from the settlement or the end of the case, and not under a hold', async () => {
    const kept = await bench.rows<{ id: string }>(
      `select id from client where erased_at is null and not (id = any ($1)) order by id limit 7`,
      [people],
    );
    const ids = kept.map(({ id }) => id);
    const numbered = (clientId: string | undefined, settledOn: string | null): Promise<void> =>
      planted(
        `insert into identity_number (county_id, id, client_id, number_enc, purpose, recorded_by_membership_id, recorded_at, settled_on)
         select county_id, gen_random_uuid(), id, '\\x8001', 'SUBSIDY_CLAIM', caseworker_membership_id, now(), $2 from client where id = $1`,
        [clientId, settledOn],
      );
    await numbered(ids[0], '2026-10-30');
    await numbered(ids[1], '2026-10-31');
    await numbered(ids[2], null); // the filing is under way
    await numbered(ids[3], null);
    await close(ids[3] ?? '', '2026-10-30');
    await numbered(ids[4], null);
    await close(ids[4] ?? '', '2026-10-31');
    await numbered(ids[5], null);
    await close(ids[5] ?? '', '2026-10-30');
    await finding(ids[5] ?? '', 'DETECTED');
    await sweep();
    const left = await bench.rows<{ id: string }>('select client_id as id from identity_number order by client_id');
    expect(left.map(({ id }) => id)).toEqual([ids[1], ids[2], ids[4], ids[5]]);
  });

  it('leaves an entry in the audit trail for each kind, with no name and no number of anybody', async () => {
    const entries = await bench.rows<{ action: string }>(
      `select distinct action from audit_entry where action like 'retention.%' or action = 'client.retention_erased' order by 1`,
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'client.retention_erased',
      'retention.comparatorLines',
      'retention.consents',
      'retention.disclosures',
      'retention.freeTextAfterClosure',
      'retention.identityNumbers',
    ]);
  });

  it('has nothing to do the second time', async () => {
    const count = async (): Promise<number> =>
      (await bench.rows<{ n: number }>('select count(*)::int as n from audit_entry'))[0]?.n ?? 0;
    const before = await count();
    await sweep();
    expect(await count()).toBe(before);
  });
});
