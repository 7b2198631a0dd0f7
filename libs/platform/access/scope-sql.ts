import { policyOf } from '#domain/common/access/access';
import type { Anchors, Cell, Grant } from '#domain/common/access/policy-type';
import { Scope } from '#domain/common/access/scope';
import { assertNever } from '#domain/common/assert-never';

/** A row that is asked about: its alias in the query, its type, and the parameter that says who asks. */
export interface AskedRow {
  readonly as: string;
  readonly type: string;
  readonly parameter: number;
  /** How many caseloads the parameter names, where that is known; the one that most have is compared as one. */
  readonly caseloads?: number;
}

/** Places of an actor's facts in the one parameter that says who asks; from CASELOADS on, the caseloads that are hers and the files opened to her. */
export const WHO = {
  COUNTY: 1,
  ACCOUNT: 2,
  MEMBERSHIP: 3,
  ORGANISATION: 4,
  CLIENT: 5,
  TODAY: 6,
  CASELOADS: 7,
} as const;

/** The condition under which a row lies within a cell; every name in it but the asked row's is its own. */
export function cellSql(cell: Cell, row: AskedRow): string {
  if (typeof cell !== 'string') return sharedSql(cell.grant.fieldGroup, row);
  if (cell === Scope.COUNTY) return 'true';
  switch (cell) {
    case Scope.COMPLAINT:
    case Scope.SAMPLED:
    case Scope.FINDING_EVIDENCE:
    case Scope.OTHERS:
      return secondPersonSql(cell, row);
    case Scope.AUTHORED:
      return `${anchor(row, 'author')} = ${who(row, 'MEMBERSHIP')}`;
    case Scope.OPENED:
    case Scope.TEAM:
    case Scope.OWN:
    case Scope.OWN_ACCOUNT:
    case Scope.OWN_ENTERPRISE:
    case Scope.SENT_TO_ENTERPRISE:
    case Scope.NAMED_TO_ENTERPRISE:
    case Scope.OWN_FILE:
    case Scope.CASELOAD:
    case Scope.OWN_SESSIONS:
    case Scope.ENROLLED:
    case Scope.PROPOSED_TO_HER:
    case Scope.HELD_FOR_HER:
      return throughParent(cell, row) ?? anchoredSql(cell, row);
    case Scope.MENTORED:
    case Scope.SEATED:
    case Scope.SEATED_ANYWHERE:
      return knownByNameSql(cell, row);
    case Scope.GRANTED:
      throw new Error('A granted cell names what it rests on.');
    case Scope.OWN_OR_PUBLIC:
      return `(${row.as}.id = ${who(row, 'ORGANISATION')} or ${row.as}.kind <> 'ENTERPRISE')`;
    case Scope.STAFF:
    case Scope.CONTACT_PERSONS:
      return memberSql(cell, row);
    default:
      return assertNever(cell);
  }
}

const who = ({ parameter }: AskedRow, fact: Exclude<keyof typeof WHO, 'CASELOADS' | 'TODAY'>): string =>
  `($${parameter}::text[])[${WHO[fact]}]::uuid`;
const caseloads = ({ parameter }: AskedRow): string => `($${parameter}::text[])[${WHO.CASELOADS}:]::uuid[]`;

/**
 * One caseload is asked as a value that is known only when the plan runs: PostgreSQL takes a list for ten members and
 * looks a given value up in its statistics, and would cost a plan for all values higher than one for each.
 */
const ofCaseloads = (row: AskedRow): string =>
  row.caseloads === 1 ? `= (select ($${row.parameter}::text[])[${WHO.CASELOADS}]::uuid)` : `= any (${caseloads(row)})`;

/** The county of the actor, which every row is asked about first. */
export const countySql = (row: AskedRow): string => `${row.as}.county_id = ${who(row, 'COUNTY')}`;

type Anchored =
  | 'OPENED'
  | 'TEAM'
  | 'HELD_FOR_HER'
  | 'OWN'
  | 'OWN_ACCOUNT'
  | 'OWN_ENTERPRISE'
  | 'SENT_TO_ENTERPRISE'
  | 'NAMED_TO_ENTERPRISE'
  | 'OWN_FILE'
  | 'CASELOAD'
  | 'OWN_SESSIONS'
  | 'ENROLLED'
  | 'PROPOSED_TO_HER';

function anchoredSql(scope: Anchored, row: AskedRow): string {
  switch (scope) {
    case Scope.OPENED:
      return `${anchor(row, 'client')} = any (${caseloads(row)})`; // ids of members and clients never meet in the one list
    case Scope.OWN:
      return ownSql(row);
    case Scope.OWN_ACCOUNT:
      return `${anchor(row, 'account')} = ${who(row, 'ACCOUNT')}`;
    case Scope.OWN_ENTERPRISE:
      return `${anchor(row, 'organisation')} = ${who(row, 'ORGANISATION')}`;
    case Scope.SENT_TO_ENTERPRISE:
      return `${anchor(row, 'organisation')} = ${who(row, 'ORGANISATION')} and ${anchor(row, 'sentAt')} is not null`;
    case Scope.NAMED_TO_ENTERPRISE:
      return namedSql(row);
    case Scope.OWN_FILE:
      return `${anchor(row, 'client')} = ${who(row, 'CLIENT')}`;
    case Scope.CASELOAD:
      return caseloadSql(row);
    case Scope.OWN_SESSIONS:
      return `exists (select from course_session own where own.county_id = ${row.as}.county_id
        and own.id = ${anchor(row, 'session')} and own.trainer_membership_id = ${who(row, 'MEMBERSHIP')})`;
    case Scope.ENROLLED:
      return `exists (select from enrolment seat where seat.county_id = ${row.as}.county_id
        and seat.session_id = ${anchor(row, 'session')} and seat.client_id = ${who(row, 'CLIENT')})`;
    case Scope.TEAM:
      return `${anchor(row, 'client')} is not null`;
    case Scope.HELD_FOR_HER:
      return `exists (select from referral put where put.county_id = ${row.as}.county_id
        and put.position_id = ${row.as}.position_id and put.client_id = ${who(row, 'CLIENT')}
        and (${row.as}.held_for is null or ${row.as}.held_for = put.id))`;
    case Scope.PROPOSED_TO_HER:
      return proposedSql(row);
    default:
      return assertNever(scope);
  }
}

/** Told to the enterprise, and the consent that named it still lives: once it is taken back there is nothing to read. */
const namedSql = (row: AskedRow): string =>
  `${anchoredSql(Scope.SENT_TO_ENTERPRISE, row)} and exists (select from consent_grant named where named.county_id = ${row.as}.county_id
    and named.id = ${row.as}.consent_grant_id and named.status = 'ACTIVE'
    and named.valid_to >= ($${row.parameter}::text[])[${WHO.TODAY}]::date)`;

function ownSql(row: AskedRow): string {
  const { otherMember } = policyOf(row.type).about;
  const own = `${anchor(row, 'member')} = ${who(row, 'MEMBERSHIP')}`;
  return otherMember === undefined ? own : `(${own} or ${row.as}.${otherMember} = ${who(row, 'MEMBERSHIP')})`;
}

/** A type that is decided about by another one asks that one's row; null where it is not. */
function throughParent(scope: Scope, row: AskedRow): string | null {
  const { through, organisation } = policyOf(row.type).about;
  if (through === undefined || (scope === Scope.OWN_ENTERPRISE && organisation !== undefined)) return null;
  const [type, column] = through;
  const parent: AskedRow = { ...row, as: `${row.as}_of`, type };
  return `exists (select from ${type} ${parent.as} where ${parent.as}.county_id = ${row.as}.county_id
    and ${parent.as}.id = ${row.as}.${column} and ${cellSql(scope, parent)})`;
}

function caseloadSql(row: AskedRow): string {
  if (row.type === 'client') return `${row.as}.caseworker_membership_id ${ofCaseloads(row)}`;
  return `exists (select from client her where her.county_id = ${row.as}.county_id and her.id = ${anchor(row, 'client')}
    and her.caseworker_membership_id ${ofCaseloads(row)})`;
}

/** Positions that a client was put forward for or works in, with their slots and agreements. */
function proposedSql(row: AskedRow): string {
  const position = row.type === 'job_slot' ? `${row.as}.position_id` : `${row.as}.id`;
  const hers = `(exists (select from referral put where put.county_id = ${row.as}.county_id
      and put.position_id = %position% and put.client_id = ${who(row, 'CLIENT')})
    or exists (select from placement work join job_slot place on place.county_id = work.county_id and place.id = work.slot_id
      where work.county_id = ${row.as}.county_id and place.position_id = %position% and work.client_id = ${who(row, 'CLIENT')}))`;
  if (row.type !== 'cooperation_agreement') return hers.replaceAll('%position%', position);
  return `exists (select from position offered where offered.county_id = ${row.as}.county_id
    and offered.agreement_id = ${row.as}.id and ${hers.replaceAll('%position%', 'offered.id')})`;
}

/** What is another person's to look at. */
function secondPersonSql(scope: 'COMPLAINT' | 'SAMPLED' | 'FINDING_EVIDENCE' | 'OTHERS', row: AskedRow): string {
  if (scope === Scope.COMPLAINT) return complaintSql(row);
  if (scope === Scope.FINDING_EVIDENCE) return evidenceSql(row);
  if (scope === Scope.SAMPLED) return sampledSql(row);
  return `app.person_of(${anchor(row, 'member')}) is distinct from app.person_of(${who(row, 'MEMBERSHIP')})`;
}

/** Who may read a complaint is decided by the natural persons behind accounts, which only the database knows. */
function complaintSql(row: AskedRow): string {
  if (row.type === 'complaint') return `app.reads_complaint(${row.as}.about_membership_id)`;
  return `exists (select from complaint made where made.county_id = ${row.as}.county_id
    and made.client_id = ${anchor(row, 'client')} and app.reads_complaint(made.about_membership_id))`;
}

/** The paper that an enterprise sent with its answer to a finding. */
const evidenceSql = (row: AskedRow): string =>
  `exists (select from pay_finding proven where proven.county_id = ${row.as}.county_id and proven.evidence_file_id = ${row.as}.id)`;

/** Another member’s recorded consent lies in the sample, with this file as its paper. */
const sampledSql = (row: AskedRow): string =>
  `exists (select from consent_review laid
      join consent_grant proven on proven.county_id = laid.county_id and proven.id = laid.consent_grant_id
    where laid.county_id = ${row.as}.county_id and proven.evidence_file_id = ${row.as}.id
      and laid.recorded_by_membership_id <> ${who(row, 'MEMBERSHIP')})`;

/** The views that join a live consent, contract or seat, by the group of fields that they open. */
const VIEW_OF: Readonly<Record<Grant['fieldGroup'], string>> = {
  IDENTITY: 'shared_identity',
  PROFILE: 'shared_card',
  WORK_NEEDS: 'shared_work_needs',
  CONTACT: 'shared_contact_way',
};

/**
 * What is open to somebody outside the office is what the group's view shows her: the view asks for the consent itself,
 * and works without row-level security. Other rows about a client are open where the view names her.
 */
function sharedSql(group: Grant['fieldGroup'], row: AskedRow): string {
  const view = VIEW_OF[group];
  if (row.type === view) return 'true';
  return `exists (select from ${view} opened where opened.county_id = ${row.as}.county_id
    and opened.client_id = ${anchor(row, 'client')})`;
}

/** Rows about people whose name is open to the actor; of a mentor's, her own alone. */
const knownByNameSql = (scope: 'MENTORED' | 'SEATED' | 'SEATED_ANYWHERE', row: AskedRow): string =>
  scope === Scope.MENTORED
    ? `${anchor(row, 'member')} = ${who(row, 'MEMBERSHIP')} and ${sharedSql('IDENTITY', row)}`
    : sharedSql('IDENTITY', row);

function memberSql(scope: 'STAFF' | 'CONTACT_PERSONS', row: AskedRow): string {
  const self = `${row.as}.account_id = ${who(row, 'ACCOUNT')}`;
  const staff = `${row.as}.role <> 'CLIENT'`;
  if (scope === Scope.STAFF) return `(${self} or ${staff})`;
  return `(${self} or ${staff} and (${row.as}.organisation_id = ${who(row, 'ORGANISATION')}
    or ${row.as}.role in ('CASEWORKER', 'SUPERVISOR', 'TRAINER', 'MENTOR')))`;
}

function anchor(row: AskedRow, name: Exclude<keyof Anchors, 'through'>): string {
  const column = policyOf(row.type).about[name];
  if (column === undefined) throw new Error(`The type ${row.type} says nothing about its ${name}.`);
  return `${row.as}.${column}`;
}
