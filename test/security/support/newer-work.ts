import { PLANTED_MONTH } from './newer-lists';

const HER_FILE = `(select m.client_id from membership m join user_account a on a.id = m.account_id
  where m.county_id = $1 and a.login = 'client')`;
const HR = `select m.organisation_id as id, row_number() over (order by m.organisation_id) as rank
  from (select distinct organisation_id from membership where county_id = $1 and role = 'ENTERPRISE_HR') m`;

/** Rows for the newer lists, in every state that they tell apart. */
export const NEWER_WORK = [
  // many proposals within one millisecond: a cursor that keeps milliseconds alone would lose or repeat some
  `update referral r set proposed_at = date_trunc('milliseconds', now()) - interval '40 days' + n.rank * interval '3 microseconds'
     from (select id, row_number() over (order by id desc) % 300 as rank from referral where county_id = $1) n
    where r.county_id = $1 and r.id = n.id`,
  `insert into payroll_upload (county_id, id, organisation_id, period, revision, content_sha256, line_count, received_at)
   select $1::uuid, gen_random_uuid(), o.id, '${PLANTED_MONTH}', 1, decode(repeat('00', 32), 'hex'), 9, now() from (${HR}) o`,
  `insert into payroll_line (county_id, id, upload_id, organisation_id, period, pseudonym, employment_type, pay_basis, job_code, grade,
                             base_fen, scheduled_days, is_withdrawn)
   select u.county_id, gen_random_uuid(), u.id, u.organisation_id, u.period, chr(65 + (n * 7) % 26) || n, 'FULL_TIME', 'MONTHLY', 'J', '1',
          300000, 22, n % 4 = 0
     from payroll_upload u cross join generate_series(1, 11) n where u.county_id = $1 and u.period = '${PLANTED_MONTH}'`,
  `insert into consent_grant (county_id, id, client_id, discloser_organisation_id, recipient_organisation_id, purpose, field_groups,
                              valid_from, valid_to, revoked_at, status, text_version, text_digest)
   select c.county_id, gen_random_uuid(), c.id, m.organisation_id, o.id, 'FINDING_NAMED', '{IDENTITY,PAY}', current_date - 30,
          case c.rank when 3 then current_date - 2 else current_date + 60 end, case c.rank when 2 then now() end,
          case c.rank when 2 then 'REVOKED' else 'ACTIVE' end, 'v', decode(repeat('00', 32), 'hex')
     from (select c.*, row_number() over (order by id) as rank from client c where county_id = $1 and erased_at is null) c
     join membership m on m.county_id = $1 and m.id = c.caseworker_membership_id cross join (${HR}) o where c.rank <= 4`,
  `insert into pay_finding (county_id, id, result_id, placement_id, client_id, organisation_id, period, rule_code, status, verdict,
                            severity, finding_class, shortfall_fen, figures, detected_at, notified_at, consent_grant_id)
   select g.county_id, gen_random_uuid(), gen_random_uuid(), p.id, g.client_id, g.recipient_organisation_id, '2025-0' || n, 'MIN_WAGE',
          (array['NOTIFIED', 'AWAITING_CLIENT_CONSENT', 'SUPERSEDED'])[n], 'VIOLATION', 'MAJOR', 'STATUTORY', 100, '{}',
          now() - n * interval '1 hour', case n when 2 then null else now() end, g.id
     from (select g.*, row_number() over (partition by recipient_organisation_id order by id) as rank from consent_grant g
            where g.county_id = $1 and g.purpose = 'FINDING_NAMED' and g.text_version = 'v') g
     join (select id, organisation_id, row_number() over (partition by organisation_id order by id) as rank from placement
            where county_id = $1) p on p.organisation_id = g.recipient_organisation_id and p.rank = g.rank
     cross join generate_series(1, 3) n`,
  `insert into pay_finding (county_id, id, result_id, placement_id, client_id, organisation_id, period, rule_code, status, verdict,
                            severity, finding_class, shortfall_fen, figures, detected_at, triage_due_on)
   select c.county_id, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), c.id, o.id, '2024-0' || n, 'MIN_WAGE',
          (array['TRIAGE', 'AWAITING_CLIENT_CONSENT', 'CLOSED', 'SUPERSEDED'])[n], 'VIOLATION', 'MAJOR', 'STATUTORY', 100, '{}',
          now() - n * interval '1 hour', current_date + n
     from client c cross join generate_series(1, 4) n cross join lateral (select id from (${HR}) h where h.rank = 1) o
    where c.county_id = $1 and c.id in (${HER_FILE}, (select id from client where county_id = $1 and id <> ${HER_FILE} order by id limit 1))`,
  `insert into task (county_id, id, kind, subject_type, subject_id, due_on, status, ended_at)
   select $1::uuid, gen_random_uuid(), (array['PAY_RETALIATION_REVIEW', 'PAYROLL_REQUEST', 'SEGREGATED_POST_REVIEW', 'OTHER'])[1 + n % 4],
          'organisation', (select h.id from (${HR}) h where h.rank = 1), current_date + n / 6,
          case when n % 5 = 0 then 'DONE' else 'OPEN' end, case when n % 5 = 0 then now() end
     from generate_series(1, 24) n`,
  `insert into task (county_id, id, kind, subject_type, subject_id, assignee_membership_id, due_on, status, ended_at)
   select m.county_id, gen_random_uuid(), (array['CONTACT_WANTED', 'ENTERPRISE_REVIEW', 'OTHER'])[1 + n % 3], 'organisation',
          m.organisation_id, case when n % 4 > 0 then m.id end, current_date + n / 6, case when n % 5 = 0 then 'DONE' else 'OPEN' end,
          case when n % 5 = 0 then now() end
     from membership m cross join generate_series(1, 24) n where m.county_id = $1 and m.role in ('CASEWORKER', 'SUPERVISOR')`,
  `insert into follow_up_milestone (county_id, id, placement_id, client_id, code, raw_on, due_on, window_working_days, channel, status)
   select p.county_id, gen_random_uuid(), p.id, p.client_id, 'M' || 12 + n, current_date + n - 3, current_date + n - 3, 1, 'PHONE',
          (array['DUE', 'SCHEDULED', 'CANCELLED'])[1 + n % 3]
     from placement p cross join generate_series(1, 9) n where p.county_id = $1 and p.client_id = ${HER_FILE}`,
  // batches close while the people in them stay free for the next
  `update batch_assignment set is_open = false where county_id = $1 and id in (
     select id from batch_assignment where county_id = $1 order by id limit (select count(*) / 2 from batch_assignment where county_id = $1))`,
];
