/** What the seed gives to others becomes the demo client's own: referrals that she was put forward by, and consents. */
export const HERS = ['referral', 'consent_grant'].map(
  (
    table,
  ) => `update ${table} set client_id = (select m.client_id from membership m join user_account a on a.id = m.account_id
     where m.county_id = $1 and a.login = 'client')
   where id in (select id from ${table} where county_id = $1 order by id limit 3)`,
);

/** Work in hand that a seeded county has little of: openings, handovers, wishes, a second look, runs and findings. */
export const WORK = [
  `insert into file_opening (county_id, id, client_id, reader_membership_id, organisation_id, reason, explanation_enc, opened_at, closes_at)
   select c.county_id, gen_random_uuid(), c.id, m.id, m.organisation_id, 'OTHER', '', now(), now() + interval '30 minutes'
     from membership m cross join lateral (select * from client c where c.county_id = m.county_id
       and c.caseworker_membership_id <> m.id order by c.id limit 2) c
    where m.county_id = $1 and m.role = 'CASEWORKER'`,
  `insert into case_transfer (county_id, id, client_id, file_number, from_membership_id, to_membership_id, requested_by_membership_id, reason)
   select c.county_id, gen_random_uuid(), c.id, c.file_number, m.id, o.id, m.id, 'WORKLOAD'
     from membership m cross join lateral (select * from client c where c.caseworker_membership_id = m.id order by c.id limit 2) c
     cross join lateral (select id from membership o where o.county_id = m.county_id and o.role = 'CASEWORKER' and o.id <> m.id order by id limit 1) o
    where m.county_id = $1 and m.role = 'CASEWORKER'`,
  `insert into erasure_request (county_id, id, client_id, status, requested_on, due_on)
   select c.county_id, gen_random_uuid(), c.id, 'REQUESTED', current_date, current_date + 15
     from membership m cross join lateral (select * from client c where c.caseworker_membership_id = m.id order by c.id desc limit 2) c
    where m.county_id = $1 and m.role = 'CASEWORKER'`,
  `insert into caseload_deputy (county_id, id, caseworker_membership_id, deputy_membership_id, from_on, to_on, named_by_membership_id)
   select m.county_id, gen_random_uuid(), m.id, o.id, current_date + 20, current_date + 30, m.id
     from membership m cross join lateral (select id from membership o where o.county_id = m.county_id and o.role = 'CASEWORKER' and o.id <> m.id order by id limit 1) o
    where m.county_id = $1 and m.role = 'CASEWORKER'`,
];

const HER_FILE = `(select m.client_id from membership m join user_account a on a.id = m.account_id
  where m.county_id = $1 and a.login = 'client')`;

/**
 * Pay, imports, consents under review, lost factors, batches, and what a client reads of herself: of everybody, and in
 * every state that a list tells apart. Planted without the rules of the tables: what is asked is who sees which row.
 */
export const MORE_WORK = [
  `insert into delivery (county_id, id, effect_key, kind, channel, state, reason, delivered_at)
   select $1::uuid, gen_random_uuid(), 'planted-' || n, 'FOLLOW_UP', (array['MAIL', 'SMS', 'IN_APP'])[1 + n % 3],
          case n % 4 when 0 then 'FAILED' else 'SENT' end, case n % 4 when 0 then 'BUSY' end,
          date_trunc('second', now()) - (n / 9) * interval '1 hour' - (n % 3) * interval '1 microsecond'
     from generate_series(1, 50) n`,
  `insert into job_failure (county_id, id, outbox_event_id, job, generation, attempts, error_class, failed_at, resolved_at, resolution,
                            resolved_by_membership_id)
   select $1::uuid, gen_random_uuid(), gen_random_uuid(), 'reminder.deliver', 1, 5, 'The tries are used up.',
          now() - (n / 2) * interval '1 hour', case when n > 7 then now() end, case when n > 7 then 'RETRIED' end,
          case when n > 7 then gen_random_uuid() end
     from generate_series(1, 10) n`,
  `insert into client_message (county_id, id, client_id, kind, subject_id, day, state, created_at)
   select c.county_id, gen_random_uuid(), c.id, 'DECISION_WAITING', c.id, current_date, 'PENDING', now() - n * interval '20 days'
     from client c cross join generate_series(0, 3) n where c.county_id = $1 and c.id in (${HER_FILE},
       (select id from client where county_id = $1 and id <> ${HER_FILE} order by id limit 1))`,
  `insert into import_run (county_id, id, kind, state, requested_by_membership_id, organisation_id, created_at)
   select m.county_id, gen_random_uuid(), case m.role when 'CASEWORKER' then 'CLIENTS' else 'POSITIONS' end, 'QUEUED', m.id,
          m.organisation_id, now() - n * interval '1 hour'
     from membership m cross join generate_series(1, 3) n where m.county_id = $1 and m.role in ('CASEWORKER', 'ENTERPRISE_HR')`,
  `insert into pay_check_run (county_id, id, period, revision, cause, state, rule_version, created_at)
   select $1::uuid, gen_random_uuid(), '2025-0' || n, 1, 'REQUESTED', 'QUEUED', 1, now() - n * interval '1 hour' from generate_series(1, 6) n`,
  `insert into pay_check_result (county_id, id, run_id, placement_id, client_id, organisation_id, period, rule_version, input_hash,
                                 rules, rules_status, verdict, is_current, created_at)
   select c.county_id, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), c.id, null, '2025-0' || n, 1,
          decode(repeat('0' || n, 32), 'hex'), '{}', 'PASS', 'COMPLIANT', n <> 2, now()
     from client c cross join generate_series(1, 4) n where c.county_id = $1 and c.id in (${HER_FILE},
       (select id from client where county_id = $1 and id <> ${HER_FILE} order by id limit 1))`,
  `insert into pay_finding (county_id, id, result_id, placement_id, client_id, organisation_id, period, rule_code, status, verdict,
                            severity, finding_class, shortfall_fen, figures, detected_at, notified_at)
   select c.county_id, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), c.id, o.id, '2026-0' || n, 'MIN_WAGE',
          (array['DETECTED', 'TRIAGE', 'NOTIFIED', 'CLOSED'])[n], 'VIOLATION', 'MAJOR', 'STATUTORY', 100, '{}',
          now() - c.rank * interval '1 minute' - n * interval '7 microseconds', now()
     from (select c.*, row_number() over (partition by caseworker_membership_id order by id) as rank from client c where c.county_id = $1) c
     cross join generate_series(1, 4) n cross join lateral (select id from organisation where kind = 'ENTERPRISE' order by id limit 1) o
    where c.rank <= 3`,
  `insert into placement_batch (county_id, id, title, status, cutoff_at, prepared_by_membership_id, created_at)
   select m.county_id, gen_random_uuid(), '一批', 'COLLECTING', now() + interval '9 days', m.id,
          now() - n * interval '7 microseconds'
     from membership m cross join generate_series(1, 4) n where m.county_id = $1 and m.role in ('SUPERVISOR', 'CASEWORKER')`,
  `update placement_batch b set status = 'DISCARDED', discarded_at = now(), discarded_by_membership_id = prepared_by_membership_id
    where county_id = $1 and id in (select id from placement_batch where county_id = $1 order by id limit 3)`,
  `insert into factor_recovery (county_id, id, account_id, membership_id, requested_by_account_id, requested_at, expires_at, status,
                                decided_at, decided_by_membership_id)
   select m.county_id, gen_random_uuid(), m.account_id, m.id, m.account_id, now() - m.rank * interval '7 hours',
          now() + (20 - m.rank * 4) * interval '1 hour', case when m.rank = 3 then 'REFUSED' else 'OPEN' end,
          case when m.rank = 3 then now() end, case when m.rank = 3 then m.id end
     from (select m.*, row_number() over (order by m.id) as rank from membership m
            where m.county_id = $1 and m.role in ('CASEWORKER', 'TRAINER', 'MENTOR', 'SUPERVISOR')) m`,
  `insert into consent_review (county_id, id, client_id, consent_grant_id, recorded_by_membership_id, verdict, reviewed_by_membership_id,
                               reviewed_at, created_at)
   select g.county_id, gen_random_uuid(), g.client_id, g.id, m.id, case when g.rank % 3 = 0 then 'SOUND' end,
          case when g.rank % 3 = 0 then g.id end, case when g.rank % 3 = 0 then now() end, now() - g.rank * interval '1 hour'
     from (select g.*, row_number() over (order by g.id) as rank from consent_grant g where g.county_id = $1) g
     join (select m.*, row_number() over (order by m.id) as rank, count(*) over () as people from membership m
            where m.county_id = $1 and m.role in ('CASEWORKER', 'SUPERVISOR')) m on m.rank = 1 + g.rank % m.people`,
  `insert into consent_request (county_id, id, client_id, recipient_organisation_id, purpose, field_groups, valid_to, text_version,
                                requested_by_membership_id, answer_by, status, answered_at)
   select c.county_id, gen_random_uuid(), c.id, o.id, 'SHARE_IDENTITY', '{CONTACT}', current_date + 90, g.text_version, c.caseworker_membership_id,
          current_date + 7, case o.rank when 1 then 'OPEN' else 'DECLINED' end, case o.rank when 1 then null else now() end
     from client c join (select *, row_number() over (order by id) as rank from organisation where county_id = $1 and kind = 'ENTERPRISE') o on o.rank <= 3
     cross join lateral (select text_version from consent_grant where county_id = $1 limit 1) g
    where c.county_id = $1 and c.id in (${HER_FILE}, (select id from client where county_id = $1 and id <> ${HER_FILE} order by id limit 1))`,
  `insert into disclosure (county_id, id, client_id, basis, basis_id, reader_membership_id, recipient_organisation_id, field_group, day,
                           first_at, last_at, count)
   select c.county_id, gen_random_uuid(), c.id, 'CASE_WORK', c.id, m.id, m.organisation_id, f, current_date - n, now(), now(), 1
     from client c cross join generate_series(1, 3) n cross join unnest(array['CONTACT', 'IDENTITY']) f
     join lateral (select * from membership where county_id = $1 and role = 'SUPERVISOR' order by id limit 1) m on true
    where c.county_id = $1 and c.id in (${HER_FILE}, (select id from client where county_id = $1 and id <> ${HER_FILE} order by id limit 1))`,
  `insert into data_export (county_id, id, client_id, requested_by_membership_id, status, keep_until, ready_at, json_file_id,
                            pdf_file_id, created_at)
   select c.county_id, gen_random_uuid(), c.id, c.caseworker_membership_id, 'READY', current_date + n, now(), gen_random_uuid(),
          gen_random_uuid(), now() + n * interval '1 hour'
     from client c cross join generate_series(-2, 2) n
    where c.county_id = $1 and c.id in (${HER_FILE}, (select id from client where county_id = $1 and id <> ${HER_FILE} order by id limit 1))`,
  `insert into mentor_pairing (county_id, id, client_id, mentor_membership_id, organisation_id, paired_by_membership_id, paired_at,
                               status, ended_at, ended_by)
   select c.county_id, gen_random_uuid(), c.id, m.id, m.organisation_id, c.caseworker_membership_id, now() - interval '1 day',
          case c.rank when 5 then 'ENDED' else 'ACTIVE' end, case c.rank when 5 then now() end, case c.rank when 5 then 'CLIENT' end
     from (select *, row_number() over (order by id) as rank from client where county_id = $1) c
     join membership m on m.county_id = c.county_id and m.role = 'MENTOR' where c.rank <= 6
   on conflict do nothing`,
  `update programme_entry e set mentor_membership_id = p.mentor_membership_id from mentor_pairing p
    where p.county_id = $1 and e.county_id = p.county_id and e.client_id = p.client_id and p.status = 'ACTIVE'`,
  `insert into consent_grant (county_id, id, client_id, discloser_organisation_id, recipient_organisation_id, purpose, field_groups,
                              valid_from, valid_to, status, revoked_at, text_version, created_at)
   select p.county_id, gen_random_uuid(), p.client_id, p.organisation_id, p.organisation_id, 'MENTOR_SHARE', '{IDENTITY}',
          current_date - 2, current_date + 30, case p.rank when 1 then 'REVOKED' else 'ACTIVE' end, case p.rank when 1 then now() end, '2026-01',
          p.paired_at + case p.rank when 2 then -1 else 1 end * interval '1 hour'
     from (select *, row_number() over (order by client_id) as rank from mentor_pairing where county_id = $1) p`,
  `insert into aid_request (county_id, id, client_id, kind, status, noted_by_membership_id, noted_on, next_look_on, settled_on)
   select c.county_id, gen_random_uuid(), c.id, (array['HOUSING', 'LEGAL_AID', 'TEMPORARY_RELIEF', 'MEDICAL_INSURANCE', 'SOCIAL_INSURANCE'])[n + 3], case n when 2 then 'WITHDRAWN' else 'NOTED' end, c.caseworker_membership_id,
          current_date - 9, case n when 2 then null else current_date + n end, case n when 2 then current_date end
     from (select *, row_number() over (partition by caseworker_membership_id order by id) as rank from client where county_id = $1) c
     cross join generate_series(-2, 2) n where c.rank <= 2 or c.id = ${HER_FILE}
   on conflict do nothing`,
  `insert into erasure_request (county_id, id, client_id, status, requested_on, due_on)
   select $1::uuid, gen_random_uuid(), ${HER_FILE}, 'REQUESTED', current_date, current_date + 15
    where not exists (select from erasure_request where client_id = ${HER_FILE} and status = 'REQUESTED')`,
  ...['case_transfer', 'file_opening', 'placement'].map(
    (table) =>
      `update ${table} set client_id = ${HER_FILE} where id in (select id from ${table} where county_id = $1 order by id limit 1)
          and not exists (select from ${table} where client_id = ${HER_FILE})`,
  ),
];
