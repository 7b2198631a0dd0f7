import { Injectable } from '@nestjs/common';
import type { CopySectionKey, CopyValue } from '#domain/data-rights/copy-section';
import type { Tx } from '#platform/database/transaction';

/** A row of a copy as stored: what is sealed is still sealed. */
export type StoredCopyRow = Readonly<Record<string, CopyValue | Buffer>>;

/** A sealed value of a copy: under which name it is selected, and where it stands. */
export interface SealedValue {
  readonly name: string;
  readonly table: string;
  readonly column: string;
}

/** What one kind of data is read by; `id` of each row is selected where something of it is sealed. */
export interface CopyQuery {
  readonly key: CopySectionKey;
  readonly sql: string;
  readonly sealed: readonly SealedValue[];
}

/** An instant as a person reads it. */
const at = (column: string): string => `to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`;
const yuan = (column: string): string => `round(${column} / 100.0, 2)::text`;
/** An answer to a question of a follow-up: yes, no, or nothing where it was skipped. */
const said = (question: string): string => `case a.${question} when 'YES' then true when 'NO' then false end`;
const member = (alias: string, column: string): string =>
  `left join membership ${alias} on ${alias}.county_id = $1 and ${alias}.id = ${column}`;
const organisation = (alias: string, column: string): string =>
  `left join organisation ${alias} on ${alias}.county_id = $1 and ${alias}.id = ${column}`;
const sealed = (name: string, table: string, column: string): SealedValue => ({ name, table, column });

const PERSON: CopyQuery = {
  key: 'person',
  sealed: [
    sealed('name', 'client', 'name_enc'),
    sealed('phone', 'client', 'phone_enc'),
    sealed('contactRules', 'client', 'contact_rules_enc'),
    sealed('accommodationNeeds', 'client', 'accommodation_needs_enc'),
  ],
  sql: `select c.id, c.file_number as "fileNumber", c.name_enc as name, c.phone_enc as phone, c.contact_rules_enc as "contactRules",
               c.birth_year as "birthYear", c.township, c.education_code as "educationCode", c.skills,
               array(select k.code || coalesce(' ' || k.valid_to::text, '') from client_certificate k
                      where k.county_id = $1 and k.client_id = $2 order by k.code) as certificates,
               c.desired_occupations as "desiredOccupations", ${yuan('c.min_acceptable_pay_fen')} as "minAcceptablePayYuan",
               c.weekly_hours_available as "weeklyHoursAvailable", c.shift_limits as "shiftLimits",
               c.wished_shifts as "wishedShifts", c.wished_benefits as "wishedBenefits",
               c.travel_limit_minutes as "travelLimitMinutes", c.capacity_limits as "capacityLimits",
               c.accommodation_needs_enc as "accommodationNeeds", c.available_from::text as "availableFrom",
               c.eligible as "isEligible", c.attested_on::text as "attestedOn", c.objects_to_ranking as "objectsToRanking",
               w.display_name as caseworker, e.status
          from client c join programme_entry e on e.county_id = $1 and e.client_id = c.id
               ${member('w', 'c.caseworker_membership_id')}
         where c.county_id = $1 and c.id = $2`,
};

const CASE_WORK: readonly CopyQuery[] = [
  {
    key: 'identityNumbers',
    sealed: [sealed('number', 'identity_number', 'number_enc')],
    sql: `select n.id, n.number_enc as number, n.purpose, ${at('n.recorded_at')} as at, m.display_name as by,
                 n.settled_on::text as "settledOn"
            from identity_number n ${member('m', 'n.recorded_by_membership_id')}
           where n.county_id = $1 and n.client_id = $2`,
  },
  {
    key: 'goals',
    sealed: [sealed('title', 'goal', 'title_enc')],
    sql: `select g.id, g.title_enc as title, g.status, g.due_on::text as "dueOn", g.done_on::text as "doneOn"
            from goal g where g.county_id = $1 and g.client_id = $2 order by g.seq`,
  },
  {
    key: 'plans',
    sealed: [sealed('note', 'support_plan', 'note_enc')],
    sql: `select p.id, p.status, p.agreed_on::text as "agreedOn", p.review_on::text as "reviewOn", p.note_enc as note
            from support_plan p where p.county_id = $1 and p.client_id = $2 order by p.created_at`,
  },
  {
    key: 'contacts',
    sealed: [sealed('note', 'contact', 'note_enc')],
    sql: `select t.id, ${at('t.occurred_at')} as at, t.channel, t.is_two_way as "isTwoWay", t.duration_minutes as "durationMinutes",
                 m.display_name as by, t.note_enc as note
            from contact t ${member('m', 't.membership_id')}
           where t.county_id = $1 and t.client_id = $2 order by t.occurred_at`,
  },
  {
    key: 'aidRequests',
    sealed: [],
    sql: `select a.kind, a.status, a.noted_on::text as "notedOn", a.referred_to as "referredTo",
                 a.referred_on::text as "referredOn", a.settled_on::text as "settledOn", a.next_look_on::text as "nextLookOn"
            from aid_request a where a.county_id = $1 and a.client_id = $2 order by a.noted_on, a.id`,
  },
  {
    key: 'mentors',
    sealed: [],
    sql: `select m.display_name as by, p.status, ${at('p.paired_at')} as "pairedAt", ${at('p.ended_at')} as "endedAt"
            from mentor_pairing p ${member('m', 'p.mentor_membership_id')}
           where p.county_id = $1 and p.client_id = $2 order by p.paired_at, p.id`,
  },
  {
    key: 'mentorNotes',
    sealed: [sealed('note', 'mentor_note', 'note_enc')],
    sql: `select n.id, ${at('n.written_at')} as at, m.display_name as by, n.note_enc as note,
                 n.next_contact_on::text as "nextContactOn"
            from mentor_note n ${member('m', 'n.mentor_membership_id')}
           where n.county_id = $1 and n.client_id = $2 order by n.written_at, n.id`,
  },
  {
    key: 'followUps',
    sealed: [],
    sql: `select f.code, f.due_on::text as "dueOn", f.status, ${said('still_working')} as "stillWorking", ${said('as_agreed')} as "asAgreed",
                 ${said('paid_on_time')} as "paidOnTime", ${said('treated_equally')} as "treatedEqually",
                 ${said('training_wanted')} as "trainingWanted", ${said('help_wanted')} as "helpWanted",
                 ${said('change_wished')} as "changeWished", ${said('contact_wanted')} as "contactWanted"
            from follow_up_milestone f left join follow_up_answer a on a.county_id = $1 and a.milestone_id = f.id
           where f.county_id = $1 and f.client_id = $2 order by f.due_on, f.id`,
  },
  {
    key: 'training',
    sealed: [],
    sql: `select k.name as course, s.starts_on::text as "startsOn", s.ends_on::text as "endsOn", n.status,
                 ${at('n.requested_at')} as "requestedAt"
            from enrolment n join course_session s on s.county_id = $1 and s.id = n.session_id
                 join training_course k on k.county_id = $1 and k.id = s.course_id
           where n.county_id = $1 and n.client_id = $2 order by s.starts_on, n.id`,
  },
  {
    key: 'attendance',
    sealed: [],
    sql: `select k.name as course, ${at('l.starts_at')} as at, a.status
            from enrolment n join attendance a on a.county_id = $1 and a.enrolment_id = n.id
                 join lesson l on l.county_id = $1 and l.id = a.lesson_id
                 join course_session s on s.county_id = $1 and s.id = n.session_id
                 join training_course k on k.county_id = $1 and k.id = s.course_id
           where n.county_id = $1 and n.client_id = $2 order by l.starts_at, a.id`,
  },
];

const WORK: readonly CopyQuery[] = [
  {
    key: 'referrals',
    sealed: [],
    sql: `select o.name as enterprise, p.title as position, r.status, ${at('r.proposed_at')} as "proposedAt",
                 ${at('r.sent_at')} as "sentAt", ${at('r.viewed_at')} as "viewedAt", ${at('r.invitation_at')} as "invitationAt",
                 r.invitation_place as "invitationPlace", ${at('r.offered_at')} as "offeredAt",
                 ${yuan('r.offer_pay_fen')} as "offerPayYuan", r.refusal_reason as "refusalReason"
            from referral r ${organisation('o', 'r.organisation_id')}
                 left join position p on p.county_id = $1 and p.id = r.position_id
           where r.county_id = $1 and r.client_id = $2 order by r.proposed_at, r.id`,
  },
  {
    key: 'batches',
    sealed: [],
    sql: `select ${at('a.created_at')} as "addedAt", p.title as position, a.result
            from batch_assignment a left join position p on p.county_id = $1 and p.id = a.position_id
           where a.county_id = $1 and a.client_id = $2 order by a.created_at, a.id`,
  },
  {
    key: 'placements',
    sealed: [],
    sql: `select o.name as enterprise, p.mode, p.hire_date::text as "hireDate", p.contract_from::text as "contractFrom",
                 p.contract_to::text as "contractTo", p.probation_end_on::text as "probationEndOn",
                 ${yuan('p.agreed_pay_fen')} as "agreedPayYuan", p.weekly_hours as "weeklyHours", p.shift,
                 p.social_insurance_from::text as "socialInsuranceFrom", p.status, p.ended_on::text as "endedOn",
                 p.end_reason as "endReason"
            from placement p ${organisation('o', 'p.organisation_id')}
           where p.county_id = $1 and p.client_id = $2 order by p.hire_date, p.id`,
  },
  {
    key: 'payroll',
    sealed: [],
    sql: `select l.period, o.name as enterprise, ${yuan('l.base_fen')} as "basePayYuan", ${yuan('l.bonus_fen')} as "bonusYuan",
                 ${yuan('l.overtime_pay_fen')} as "overtimePayYuan", l.agreed_pay_date::text as "agreedPayDate",
                 l.actual_pay_date::text as "actualPayDate"
            from placement p join payroll_line l on l.county_id = $1 and l.placement_id = p.id
                 ${organisation('o', 'l.organisation_id')}
           where p.county_id = $1 and p.client_id = $2 order by l.period, l.id`,
  },
  {
    key: 'payChecks',
    sealed: [],
    sql: `select r.period, o.name as enterprise, r.verdict, ${yuan('r.received_fen')} as "receivedYuan",
                 ${yuan('r.minimum_fen')} as "minimumYuan", ${yuan('r.shortfall_fen')} as "shortfallYuan"
            from pay_check_result r ${organisation('o', 'r.organisation_id')}
           where r.county_id = $1 and r.client_id = $2 and r.is_current order by r.period, r.id`,
  },
  {
    key: 'payFindings',
    sealed: [],
    sql: `select f.period, o.name as enterprise, f.rule_code as "ruleCode", f.status, ${yuan('f.shortfall_fen')} as "shortfallYuan",
                 f.consent_answer as "consentAnswer", ${at('f.notified_at')} as "notifiedAt", f.response,
                 ${yuan('f.paid_fen')} as "paidBackYuan"
            from pay_finding f ${organisation('o', 'f.organisation_id')}
           where f.county_id = $1 and f.client_id = $2 and f.status <> 'SUPERSEDED' order by f.period, f.id`,
  },
];

const CONSENT: readonly CopyQuery[] = [
  {
    key: 'consents',
    sealed: [],
    sql: `select o.name as recipient, g.purpose, g.field_groups as "fieldGroups", g.valid_from::text as "validFrom",
                 g.valid_to::text as "validTo", g.status, ${at('g.revoked_at')} as "revokedAt", g.text_version as "textVersion",
                 g.evidence_file_id is not null as "isRecorded"
            from consent_grant g ${organisation('o', 'g.recipient_organisation_id')}
           where g.county_id = $1 and g.client_id = $2 order by g.valid_from, g.id`,
  },
  {
    key: 'consentRequests',
    sealed: [],
    sql: `select o.name as recipient, q.purpose, q.field_groups as "fieldGroups", q.answer_by::text as "answerBy", q.status
            from consent_request q ${organisation('o', 'q.recipient_organisation_id')}
           where q.county_id = $1 and q.client_id = $2 order by q.created_at, q.id`,
  },
  {
    key: 'disclosures',
    sealed: [],
    sql: `select d.day::text as day, o.name as recipient, m.display_name as reader, d.basis, g.purpose,
                 d.field_group as "fieldGroup", ${at('d.first_at')} as "firstAt", ${at('d.last_at')} as "lastAt", d.count
            from disclosure d ${organisation('o', 'd.recipient_organisation_id')} ${member('m', 'd.reader_membership_id')}
                 left join consent_grant g on g.county_id = $1 and g.id = d.consent_grant_id
           where d.county_id = $1 and d.client_id = $2 order by d.day, d.first_at, d.id`,
  },
  {
    key: 'fileOpenings',
    sealed: [],
    sql: `select ${at('f.opened_at')} as at, m.display_name as reader, f.reason, f.review
            from file_opening f ${member('m', 'f.reader_membership_id')}
           where f.county_id = $1 and f.client_id = $2 order by f.opened_at, f.id`,
  },
  {
    key: 'transfers',
    sealed: [],
    sql: `select ${at('t.created_at')} as at, a.display_name as from, b.display_name as to, t.reason, t.status
            from case_transfer t ${member('a', 't.from_membership_id')} ${member('b', 't.to_membership_id')}
           where t.county_id = $1 and t.client_id = $2 order by t.created_at, t.id`,
  },
  {
    key: 'complaints',
    sealed: [sealed('text', 'complaint', 'text_enc'), sealed('answer', 'complaint', 'answer_enc')],
    sql: `select k.id, ${at('k.created_at')} as at, k.topic, k.text_enc as text, k.status, k.due_on::text as "dueOn",
                 k.answer_enc as answer
            from complaint k where k.county_id = $1 and k.client_id = $2 order by k.created_at, k.id`,
  },
  {
    key: 'corrections',
    sealed: [sealed('text', 'correction_request', 'text_enc'), sealed('answer', 'correction_request', 'answer_enc')],
    sql: `select q.id, ${at('q.created_at')} as at, q.field, q.text_enc as text, q.status, q.due_on::text as "dueOn",
                 q.answer_enc as answer
            from correction_request q where q.county_id = $1 and q.client_id = $2 order by q.created_at, q.id`,
  },
  {
    key: 'erasures',
    sealed: [],
    sql: `select e.requested_on::text as "requestedOn", e.due_on::text as "dueOn", e.status
            from erasure_request e where e.county_id = $1 and e.client_id = $2 order by e.created_at, e.id`,
  },
  {
    key: 'contactChoice',
    sealed: [],
    sql: `select h.channel, h.language, h.on_days_off as "onDaysOff",
                 (time '00:00' + make_interval(mins => h.from_minute))::text || '–'
                   || (time '00:00' + make_interval(mins => h.to_minute))::text as "ownHours"
            from contact_choice h where h.county_id = $1 and h.client_id = $2`,
  },
  {
    key: 'messages',
    sealed: [],
    sql: `select ${at('m.created_at')} as at, m.kind as message, m.channel, m.state as status
            from client_message m where m.county_id = $1 and m.client_id = $2 order by m.created_at, m.id`,
  },
];

/** What a copy is made of, in its order. */
export const COPY_QUERIES: readonly CopyQuery[] = [PERSON, ...CASE_WORK, ...WORK, ...CONSENT];

/** Reads what is kept about a client, for herself. */
@Injectable()
export class ClientCopyRepository {
  /** The rows of one kind about the client who acts. */
  rows(tx: Tx, { sql }: CopyQuery): Promise<StoredCopyRow[]> {
    return tx.query(sql, [tx.actor.countyId, tx.actor.clientId]);
  }
}
