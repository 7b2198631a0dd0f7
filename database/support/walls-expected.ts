import type pg from 'pg';

const CASELOAD = `(select id from client where caseworker_membership_id = $1)`;
const LIVE = `status in ('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED')`;

/** What a role may see of a table: the ids by plain SQL that shares nothing with the policies. $1 member, $2 organisation, $3 client. */
export const EXPECTED: readonly (readonly [role: string, table: string, where: string])[] = [
  ['CASEWORKER', 'client', `caseworker_membership_id = $1`],
  ['CASEWORKER', 'programme_entry', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'contact', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'client_certificate', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'referral', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'placement', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'follow_up_milestone', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'consent_grant', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'enrolment', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'pay_finding', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'payroll_line', `placement_id in (select id from placement where client_id in ${CASELOAD})`],
  ['CASEWORKER', 'position', `true`],
  ['SUPERVISOR', 'client', `true`],
  ['SUPERVISOR', 'referral', `true`],
  ['SUPERVISOR', 'payroll_line', `placement_id is not null`],
  ['CLIENT', 'client', `id = $3`],
  ['CLIENT', 'referral', `client_id = $3`],
  ['CLIENT', 'placement', `client_id = $3`],
  ['CLIENT', 'consent_grant', `client_id = $3`],
  ['CLIENT', 'contact', `client_id = $3`],
  ['CLIENT', 'pay_finding', `client_id = $3`],
  ['CLIENT', 'payroll_line', `placement_id in (select id from placement where client_id = $3)`],
  ['ENTERPRISE_HR', 'client', `false`],
  ['ENTERPRISE_HR', 'referral', `organisation_id = $2 and sent_at is not null`],
  ['ENTERPRISE_HR', 'placement', `organisation_id = $2`],
  ['ENTERPRISE_HR', 'position', `organisation_id = $2`],
  ['ENTERPRISE_HR', 'job_slot', `organisation_id = $2`],
  ['ENTERPRISE_HR', 'cooperation_agreement', `organisation_id = $2`],
  ['ENTERPRISE_HR', 'consent_grant', `recipient_organisation_id = $2`],
  ['ENTERPRISE_HR', 'payroll_upload', `organisation_id = $2`],
  ['ENTERPRISE_HR', 'payroll_line', `organisation_id = $2`],
  [
    'ENTERPRISE_HR',
    'pay_finding',
    `organisation_id = $2 and notified_at is not null and consent_grant_id in (select id from consent_grant where status = 'ACTIVE')`,
  ],
  ['ENTERPRISE_HR', 'contact', `false`],
  ['ENTERPRISE_HR', 'programme_entry', `false`],
  ['ENTERPRISE_HR', 'client_certificate', `false`],
  ['ENTERPRISE_HR', 'follow_up_milestone', `false`],
  ['ENTERPRISE_HR', 'enrolment', `false`],
  ['ENTERPRISE_HR', 'pay_check_result', `false`],
  ['TRAINER', 'client', `false`],
  ['TRAINER', 'enrolment', `session_id in (select id from course_session where trainer_membership_id = $1)`],
  ['TRAINER', 'referral', `false`],
  ['TRAINER', 'contact', `false`],
  ['MENTOR', 'client', `false`],
  ['SUPERVISOR', 'consent_request', `true`],
  ['SUPERVISOR', 'consent_review', `true`],
  ['CASEWORKER', 'consent_request', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'consent_review', `false`],
  ['CLIENT', 'consent_request', `client_id = $3`],
  ['ENTERPRISE_HR', 'consent_request', `false`],
  ['ENTERPRISE_HR', 'consent_review', `false`],
  ['ADMINISTRATOR', 'client', `false`],
  ['ADMINISTRATOR', 'pay_check_result', `false`],
  ['ADMINISTRATOR', 'membership', `role <> 'CLIENT'`],
  ['AUDITOR', 'client', `false`],
  ['FUND_OFFICER', 'placement', `false`],
];

const GIVEN = `status = 'ACTIVE' and (now() at time zone 'Asia/Shanghai')::date between valid_from and valid_to`;
const MET = `select client_id from referral where organisation_id = $2 and status in ('INTERVIEW', 'OFFERED')`;
const EMPLOYED = `select client_id from placement where organisation_id = $2 and ${LIVE}`;

/** What somebody outside the office reads through the views, by plain SQL again: the column and the rows it comes from. */
export const SHARED: readonly (readonly [role: string, view: string, column: string, expected: string])[] = [
  [
    'ENTERPRISE_HR',
    'shared_identity',
    'client_id',
    `select client_id as id from consent_grant where recipient_organisation_id = $2 and purpose = 'SHARE_IDENTITY'
        and 'IDENTITY' = any (field_groups) and ${GIVEN} and client_id in (${MET})
     union ${EMPLOYED}`,
  ],
  [
    'ENTERPRISE_HR',
    'shared_card',
    'referral_id',
    `select r.id from referral r where organisation_id = $2 and sent_at is not null and card is not null
        and (status in ('SENT', 'VIEWED', 'INVITED', 'INTERVIEW', 'OFFERED', 'POOLED')
             and client_id in (select client_id from consent_grant where recipient_organisation_id = $2
                                  and purpose = 'SHARE_PROFILE' and 'PROFILE' = any (field_groups) and ${GIVEN})
          or status = 'ACCEPTED' and exists (select from placement p where p.referral_id = r.id and p.${LIVE}))`,
  ],
  [
    'TRAINER',
    'shared_identity',
    'client_id',
    `select e.client_id as id from enrolment e join course_session s on s.id = e.session_id
      where s.trainer_membership_id = $1 and e.status not in ('DROPPED', 'NO_SHOW')`,
  ],
  ['CASEWORKER', 'shared_identity', 'client_id', `select id from client where false`],
  ['CASEWORKER', 'shared_card', 'referral_id', `select id from client where false`],
  ['CLIENT', 'shared_identity', 'client_id', `select id from client where false`],
  ['ADMINISTRATOR', 'shared_identity', 'client_id', `select id from client where false`],
  ['AUDITOR', 'shared_card', 'referral_id', `select id from client where false`],
  ['FUND_OFFICER', 'shared_work_needs', 'client_id', `select id from client where false`],
  ['MENTOR', 'shared_contact_way', 'client_id', `select id from client where false`],
];

/** Two findings on every placement: one told to the enterprise, one not. */
export async function plantFindings(admin: pg.Pool): Promise<void> {
  await admin.query(
    `insert into pay_check_run (county_id, id, period, revision, cause, state, rule_version, started_at, finished_at)
     select id, gen_random_uuid(), '2026-01', 1, 'REQUESTED', 'DONE', 1, now(), now() from county;
     insert into pay_check_result (county_id, id, run_id, placement_id, client_id, organisation_id, period, rule_version,
                                   input_hash, rules, rules_status, verdict, created_at)
     select p.county_id, gen_random_uuid(), r.id, p.id, p.client_id, p.organisation_id, r.period, 1,
            sha256(p.id::text::bytea), '[]', 'FAIL', 'VIOLATION', now()
       from placement p join pay_check_run r using (county_id) where p.organisation_id is not null;
     insert into pay_finding (county_id, id, result_id, placement_id, client_id, organisation_id, period, rule_code, status,
                              verdict, severity, finding_class, shortfall_fen, figures, detected_at, notified_at, consent_grant_id)
     select r.county_id, gen_random_uuid(), r.id, r.placement_id, r.client_id, r.organisation_id, r.period, f.rule, f.status,
            'VIOLATION', 'MAJOR', 'STATUTORY', 1, '{}', now(), f.notified,
            case when f.notified is not null then (select g.id from consent_grant g where g.county_id = r.county_id
              and g.client_id = r.client_id order by g.status, g.id limit 1) end
       from pay_check_result r,
            (values ('MIN_WAGE', 'NOTIFIED', now()), ('CONTRACT_WAGE', 'DETECTED', null), ('POSTED_WAGE', 'NOTIFIED', now())) f (rule, status, notified);
     update pay_finding set consent_grant_id = null where rule_code = 'POSTED_WAGE'`,
  );
}

/** A request for everybody who has a caseworker, and a consent of each in the sample. */
export async function plantConsents(admin: pg.Pool): Promise<void> {
  await admin.query(
    `insert into consent_request (county_id, id, client_id, recipient_organisation_id, purpose, field_groups, valid_to,
                                  text_version, requested_by_membership_id, answer_by, status)
     select c.county_id, gen_random_uuid(), c.id, m.organisation_id, 'MENTOR_SHARE', '{IDENTITY}', current_date + 30,
            '2026-01', m.id, current_date + 14, 'OPEN'
       from client c join membership m on m.county_id = c.county_id and m.id = c.caseworker_membership_id;
     insert into consent_review (county_id, id, client_id, consent_grant_id, recorded_by_membership_id)
     select g.county_id, gen_random_uuid(), g.client_id, g.id, c.caseworker_membership_id
       from consent_grant g join client c on c.county_id = g.county_id and c.id = g.client_id
      where c.caseworker_membership_id is not null`,
  );
}
