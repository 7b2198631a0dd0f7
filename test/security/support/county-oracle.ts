import type { Actor } from '#domain/common/actor';

/** How rows of a type are tied to people, said once more for the tests; default is a column client_id, organisation_id. */
const CLIENT_OF: Readonly<Record<string, string>> = {
  client: 't.id',
  shared_identity: 't.id',
  shared_card: 't.client_id',
  shared_work_needs: 't.id',
  shared_contact_way: 't.id',
  payroll_line: '(select p.client_id from placement p where p.county_id = t.county_id and p.id = t.placement_id)',
  attendance: '(select e.client_id from enrolment e where e.county_id = t.county_id and e.id = t.enrolment_id)',
};
const ORGANISATION_OF: Readonly<Record<string, string>> = {
  organisation: 't.id',
  consent_grant: 't.recipient_organisation_id',
  import_row: '(select r.organisation_id from import_run r where r.county_id = t.county_id and r.id = t.run_id)',
};
const MEMBER_OF: Readonly<Record<string, string>> = {
  task: 't.assignee_membership_id',
  file: 't.uploaded_by_membership_id',
  import_run: 't.requested_by_membership_id',
  import_row:
    '(select r.requested_by_membership_id from import_run r where r.county_id = t.county_id and r.id = t.run_id)',
  course_session: 't.trainer_membership_id',
  lesson: 't.trainer_membership_id',
  disclosure: 't.reader_membership_id',
  reminder: 't.recipient_membership_id',
  file_opening: 't.reader_membership_id',
  consent_review: 't.recorded_by_membership_id',
};
const SESSION_OF: Readonly<Record<string, string>> = {
  attendance: '(select e.session_id from enrolment e where e.county_id = t.county_id and e.id = t.enrolment_id)',
};
const ACCOUNT_OF: Readonly<Record<string, string>> = { factor_recovery: 't.requested_by_account_id' };
const SENT: Readonly<Record<string, string>> = { referral: 't.sent_at' };
const POSITION_OF: Readonly<Record<string, string>> = {
  position: 't.id',
  job_slot: 't.position_id',
};

/**
 * The rows of a type within a word of docs/security/matrix.csv, as a condition on the row t: plain SQL of the
 * specification, run behind the walls, that shares nothing with policies and policy matrix.
 */
export function within(word: string, type: string, actor: Actor): string {
  const quoted = (value: string | null): string => (value === null ? 'null::uuid' : `'${value}'::uuid`);
  const member = quoted(actor.membershipId);
  const self = quoted(actor.clientId);
  const organisation = quoted(actor.organisationId);
  const client = CLIENT_OF[type] ?? 't.client_id';
  const organisationOf = ORGANISATION_OF[type] ?? 't.organisation_id';
  const proposed = (position: string): string =>
    `${position} in (select position_id from referral where county_id = t.county_id and client_id = ${self}
       union select s.position_id from placement p join job_slot s on s.county_id = p.county_id and s.id = p.slot_id
              where p.county_id = t.county_id and p.client_id = ${self})`;
  const conditions: Readonly<Record<string, string>> = {
    county: 'true',
    file: `${client} = ${self}`,
    caseload: `${client} in (select id from client where county_id = t.county_id and caseworker_membership_id = ${member})`,
    placed: 't.placement_id is not null',
    enterprise: `${organisationOf} = ${organisation}`,
    sent: `${organisationOf} = ${organisation} and ${SENT[type]} is not null`,
    'named-to': `${organisationOf} = ${organisation} and t.notified_at is not null and exists (select from consent_grant g
       where g.county_id = t.county_id and g.id = t.consent_grant_id and g.status = 'ACTIVE' and g.valid_to >= current_date)`,
    evidence: `t.id in (select f.evidence_file_id from pay_finding f where f.county_id = t.county_id)`,
    own:
      type === 'caseload_deputy'
        ? `${member} in (t.caseworker_membership_id, t.deputy_membership_id)`
        : `${MEMBER_OF[type]} = ${member}`,
    named: `t.named_by_membership_id = ${member}`,
    'own-named': `t.named_by_membership_id = ${member} and t.caseworker_membership_id = ${member}`,
    account: `${ACCOUNT_OF[type] ?? 't.account_id'} = ${quoted(actor.accountId)}`,
    prepared: `t.prepared_by_membership_id = ${member}`,
    decided: `t.made_by_membership_id = ${member}`,
    party: `${member} in (t.from_membership_id, t.to_membership_id)`,
    asked: `t.requested_by_membership_id = ${member}`,
    'asked-own': `t.requested_by_membership_id = ${member} and t.from_membership_id = ${member}`,
    others: `${personOf(MEMBER_OF[type] ?? 'null')} is distinct from ${personOf(member)}`,
    sampled: `t.id in (select g.evidence_file_id from consent_review v join consent_grant g on g.county_id = v.county_id
       and g.id = v.consent_grant_id where v.county_id = t.county_id and v.recorded_by_membership_id <> ${member})`,
    complaint: readsComplaint('t', actor.role, member),
    complained: `t.client_id in (select k.client_id from complaint k where k.county_id = t.county_id
       and ${readsComplaint('k', actor.role, member)})`,
    shared: `(${sharedTo(actor, 'IDENTITY', 't.client_id')} or ${sharedTo(actor, 'CONTACT', 't.client_id')} or ${sharedTo(actor, 'WORK_NEEDS', 't.client_id')})`,
    mentored: `(t.mentor_membership_id = ${member} and ${sharedTo(actor, 'IDENTITY', 't.client_id')})`,
    identity: sharedTo(actor, 'IDENTITY', 't.id'),
    contact: sharedTo(actor, 'CONTACT', 't.id'),
    needs: sharedTo(actor, 'WORK_NEEDS', 't.id'),
    card: cardsOf(organisation),
    actor: `t.actor_role = '${actor.role}' and t.actor_membership_id = ${member} and t.actor_account_id = ${quoted(actor.accountId)}`,
    public: `(t.id = ${organisation} or t.kind <> 'ENTERPRISE')`,
    staff: `(t.account_id = ${quoted(actor.accountId)} or t.role <> 'CLIENT')`,
    'staff-only': `t.role <> 'CLIENT'`,
    'client-accounts': `t.role = 'CLIENT' and t.client_id in (select id from client where county_id = t.county_id
       and ('${actor.role}' = 'SUPERVISOR' or caseworker_membership_id = ${member}))`,
    contacts: `(t.account_id = ${quoted(actor.accountId)} or t.role <> 'CLIENT' and (t.organisation_id = ${organisation}
       or t.role in ('CASEWORKER', 'SUPERVISOR', 'TRAINER', 'MENTOR')))`,
    sessions: `${SESSION_OF[type] ?? 't.session_id'} in (select id from course_session
       where county_id = t.county_id and trainer_membership_id = ${member})`,
    enrolled: `t.session_id in (select session_id from enrolment where county_id = t.county_id and client_id = ${self})`,
    proposed:
      type === 'cooperation_agreement'
        ? `t.id in (select o.agreement_id from position o where o.county_id = t.county_id and ${proposed('o.id')})`
        : proposed(POSITION_OF[type] ?? 't.position_id'),
    held: `exists (select from referral r where r.county_id = t.county_id and r.position_id = t.position_id
       and r.client_id = ${self} and (t.held_for is null or t.held_for = r.id))`,
  };
  const condition = conditions[word];
  if (condition === undefined) throw new Error(`docs/security/matrix.csv has a word that nobody explains: ${word}`);
  return `(${condition})`;
}

/** The natural person behind a membership: of two accounts that are said to be one person's, the same. */
const personOf = (member: string): string =>
  `(select coalesce(a.person_id, a.id) from membership m join user_account a on a.id = m.account_id
     where m.county_id = t.county_id and m.id = ${member})`;

/** Never whoever is complained about; administrators where no other supervisor is left. */
function readsComplaint(as: string, role: string, member: string): string {
  const person = (of: string): string => personOf(of).replaceAll('t.county_id', `${as}.county_id`);
  const about = `${as}.about_membership_id`;
  const another = `(${about} is null or ${person(about)} is distinct from ${person(member)})`;
  if (role === 'SUPERVISOR') return another;
  return `${another} and not exists (select from membership s where s.county_id = ${as}.county_id and s.role = 'SUPERVISOR'
    and s.status = 'ACTIVE' and (${about} is null or ${person('s.id')} is distinct from ${person(about)}))`;
}

const PURPOSES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ENTERPRISE_HR: { IDENTITY: 'SHARE_IDENTITY', CONTACT: 'SHARE_IDENTITY', WORK_NEEDS: 'SHARE_PROFILE' },
  MENTOR: { IDENTITY: 'MENTOR_SHARE', CONTACT: 'MENTOR_SHARE', WORK_NEEDS: 'MENTOR_SHARE' },
  TRAINER: { CONTACT: 'TRAINER_SHARE', WORK_NEEDS: 'TRAINER_SHARE' },
  BASE_MANAGER: { CONTACT: 'TRAINER_SHARE', WORK_NEEDS: 'TRAINER_SHARE' },
};

/** Clients who share a group of fields with somebody outside the office: by consent for her purpose, contract or seat. */
function sharedTo(actor: Actor, group: string, client: string): string {
  const seat = `exists (select from enrolment e join course_session s on s.county_id = e.county_id and s.id = e.session_id
    where e.county_id = t.county_id and e.client_id = ${client} and e.status not in ('DROPPED', 'NO_SHOW')
      and ('${actor.role}' = 'BASE_MANAGER' or s.trainer_membership_id = '${actor.membershipId}'))`;
  const contract = `exists (select from placement p where p.county_id = t.county_id and p.client_id = ${client}
    and p.organisation_id = '${actor.organisationId}' and p.status in ('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED'))`;
  const consent = `exists (select from consent_grant g where g.county_id = t.county_id and g.client_id = ${client}
    and g.recipient_organisation_id = '${actor.organisationId}' and g.purpose = '${PURPOSES[actor.role]?.[group] ?? ''}'
    and '${group}' = any (g.field_groups) and g.status = 'ACTIVE' and current_date between g.valid_from and g.valid_to)`;
  const isMet = `exists (select from referral r where r.county_id = t.county_id and r.client_id = ${client}
    and r.organisation_id = '${actor.organisationId}' and r.status in ('INTERVIEW', 'OFFERED'))`;
  const isSent = `exists (select from referral r where r.county_id = t.county_id and r.client_id = ${client}
    and r.organisation_id = '${actor.organisationId}' and r.sent_at is not null
    and r.status in ('SENT', 'VIEWED', 'INVITED', 'INTERVIEW', 'OFFERED', 'POOLED'))`;
  const isHers = `exists (select from programme_entry n where n.county_id = t.county_id and n.client_id = ${client}
    and n.mentor_membership_id = '${actor.membershipId}')`;
  if (actor.role === 'MENTOR') return `(${consent} and ${isHers})`;
  if (actor.role !== 'ENTERPRISE_HR') return group === 'IDENTITY' ? seat : `(${consent} and ${seat})`;
  if (group === 'IDENTITY') return `(${contract} or ${consent} and ${isMet})`;
  return group === 'CONTACT' ? `(${consent} and ${isMet})` : `(${consent} and (${isSent} or ${contract}))`;
}

/** Cards of referrals that were sent: by consent while they are open, by contract once accepted. */
const cardsOf = (organisation: string): string =>
  `t.organisation_id = ${organisation} and t.sent_at is not null and t.card is not null and (
    t.status in ('SENT', 'VIEWED', 'INVITED', 'INTERVIEW', 'OFFERED', 'POOLED') and exists (select from consent_grant g
       where g.county_id = t.county_id and g.client_id = t.client_id and g.recipient_organisation_id = ${organisation}
         and g.purpose = 'SHARE_PROFILE' and 'PROFILE' = any (g.field_groups) and g.status = 'ACTIVE'
         and current_date between g.valid_from and g.valid_to)
    or t.status = 'ACCEPTED' and exists (select from placement p where p.county_id = t.county_id and p.referral_id = t.id
         and p.organisation_id = ${organisation} and p.status in ('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED')))`;

/** The table behind a view that the application reads, whose rows the oracle asks for. */
export const BASE_OF: Readonly<Record<string, string>> = {
  shared_identity: 'client',
  shared_card: 'referral',
  shared_work_needs: 'client',
  shared_contact_way: 'client',
};
