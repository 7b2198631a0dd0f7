import { policyOf } from '#domain/common/access/access';
import type { Anchors, Cell, Grant } from '#domain/common/access/policy-type';
import { Scope } from '#domain/common/access/scope';
import { assertNever } from '#domain/common/assert-never';

/** A row that is asked about: its alias in the query, its type, and the parameter that says who asks. */
export interface AskedRow {
  readonly as: string;
  readonly type: string;
  readonly parameter: number;
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

const RUNNING = `('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED')`;
/** How far an enterprise and a person have come with each other, for the purpose of a grant. */
const DEALINGS: Readonly<Record<'SHARE_IDENTITY' | 'SHARE_PROFILE', string>> = {
  SHARE_IDENTITY: `('INTERVIEW', 'OFFERED')`,
  SHARE_PROFILE: `('SENT', 'VIEWED', 'INVITED', 'INTERVIEW', 'OFFERED', 'POOLED')`,
};

/** The condition under which a row lies within a cell; every name in it but the asked row's is its own. */
export function cellSql(cell: Cell, row: AskedRow): string {
  if (typeof cell !== 'string') return grantedSql(cell.grant, row);
  switch (cell) {
    case Scope.COUNTY:
      return 'true';
    case Scope.COMPLAINT:
      return complaintSql(row);
    case Scope.SAMPLED:
      return sampledSql(row);
    case Scope.AUTHORED:
      return `${anchor(row, 'author')} = ${who(row, 'MEMBERSHIP')}`;
    case Scope.OPENED:
      return `${anchor(row, 'client')} = any (${caseloads(row)})`; // ids of members and clients never meet in the one list
    case Scope.TEAM:
    case Scope.OWN:
    case Scope.OWN_ACCOUNT:
    case Scope.OWN_ENTERPRISE:
    case Scope.SENT_TO_ENTERPRISE:
    case Scope.OWN_FILE:
    case Scope.CASELOAD:
    case Scope.OWN_SESSIONS:
    case Scope.ENROLLED:
    case Scope.PROPOSED_TO_HER:
    case Scope.HELD_FOR_HER:
      return throughParent(cell, row) ?? anchoredSql(cell, row);
    case Scope.SEATED:
      return seatedSql(row, `held.trainer_membership_id = ${who(row, 'MEMBERSHIP')}`);
    case Scope.SEATED_ANYWHERE:
      return seatedSql(row, 'true');
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
const today = ({ parameter }: AskedRow): string => `($${parameter}::text[])[${WHO.TODAY}]::date`;
const caseloads = ({ parameter }: AskedRow): string => `($${parameter}::text[])[${WHO.CASELOADS}:]::uuid[]`;

/** The county of the actor, which every row is asked about first. */
export const countySql = (row: AskedRow): string => `${row.as}.county_id = ${who(row, 'COUNTY')}`;

type Anchored =
  | 'TEAM'
  | 'HELD_FOR_HER'
  | 'OWN'
  | 'OWN_ACCOUNT'
  | 'OWN_ENTERPRISE'
  | 'SENT_TO_ENTERPRISE'
  | 'OWN_FILE'
  | 'CASELOAD'
  | 'OWN_SESSIONS'
  | 'ENROLLED'
  | 'PROPOSED_TO_HER';

function anchoredSql(scope: Anchored, row: AskedRow): string {
  switch (scope) {
    case Scope.OWN:
      return ownSql(row);
    case Scope.OWN_ACCOUNT:
      return `${anchor(row, 'account')} = ${who(row, 'ACCOUNT')}`;
    case Scope.OWN_ENTERPRISE:
      return `${anchor(row, 'organisation')} = ${who(row, 'ORGANISATION')}`;
    case Scope.SENT_TO_ENTERPRISE:
      return `${anchor(row, 'organisation')} = ${who(row, 'ORGANISATION')} and ${anchor(row, 'sentAt')} is not null`;
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
  const parent: AskedRow = { as: `${row.as}_of`, type, parameter: row.parameter };
  return `exists (select from ${type} ${parent.as} where ${parent.as}.county_id = ${row.as}.county_id
    and ${parent.as}.id = ${row.as}.${column} and ${cellSql(scope, parent)})`;
}

function caseloadSql(row: AskedRow): string {
  if (row.type === 'client') return `${row.as}.caseworker_membership_id = any (${caseloads(row)})`;
  return `exists (select from client her where her.county_id = ${row.as}.county_id and her.id = ${anchor(row, 'client')}
    and her.caseworker_membership_id = any (${caseloads(row)}))`;
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

/** Who may read a complaint is decided by the natural persons behind accounts, which only the database knows. */
function complaintSql(row: AskedRow): string {
  if (row.type === 'complaint') return `app.reads_complaint(${row.as}.about_membership_id)`;
  return `exists (select from complaint made where made.county_id = ${row.as}.county_id
    and made.client_id = ${anchor(row, 'client')} and app.reads_complaint(made.about_membership_id))`;
}

/** Another member’s recorded consent lies in the sample, with this file as its paper. */
const sampledSql = (row: AskedRow): string =>
  `exists (select from consent_review laid
      join consent_grant proven on proven.county_id = laid.county_id and proven.id = laid.consent_grant_id
    where laid.county_id = ${row.as}.county_id and proven.evidence_file_id = ${row.as}.id
      and laid.recorded_by_membership_id <> ${who(row, 'MEMBERSHIP')})`;

function seatedSql(row: AskedRow, held: string): string {
  return `exists (select from enrolment seat
      join course_session held on held.county_id = seat.county_id and held.id = seat.session_id
    where seat.county_id = ${row.as}.county_id and seat.client_id = ${anchor(row, 'client')}
      and seat.status not in ('DROPPED', 'NO_SHOW') and ${held})`;
}

/**
 * A live grant to the actor's organisation for this group and purpose, and what the purpose asks beside it: an enterprise
 * that meets the person or offers her work, a contact person who is hers, a course that she sits in. A running contract
 * stands for the grant where an enterprise asks for name or card.
 */
function grantedSql(grant: Grant, row: AskedRow): string {
  const her = anchor(row, 'client');
  const consent = `exists (select from consent_grant given where given.county_id = ${row.as}.county_id
      and given.client_id = ${her} and given.recipient_organisation_id = ${who(row, 'ORGANISATION')}
      and given.purpose = '${grant.purpose}' and '${grant.fieldGroup}' = any (given.field_groups)
      and given.status = 'ACTIVE' and ${today(row)} between given.valid_from and given.valid_to)`;
  if (grant.purpose === 'MENTOR_SHARE')
    return `(${consent} and exists (select from programme_entry entry where entry.county_id = ${row.as}.county_id
      and entry.client_id = ${her} and entry.mentor_membership_id = ${who(row, 'MEMBERSHIP')}))`;
  if (grant.purpose === 'TRAINER_SHARE') return `(${consent} and ${seatedSql(row, 'true')})`;
  const contract = `exists (select from placement work where work.county_id = ${row.as}.county_id
      and work.client_id = ${her} and work.organisation_id = ${who(row, 'ORGANISATION')} and work.status in ${RUNNING})`;
  const dealing = `exists (select from referral dealt where dealt.county_id = ${row.as}.county_id and dealt.client_id = ${her}
      and dealt.organisation_id = ${who(row, 'ORGANISATION')} and dealt.sent_at is not null and dealt.status in ${DEALINGS[grant.purpose]})`;
  const isOnContract = grant.fieldGroup === 'IDENTITY' || grant.fieldGroup === 'PROFILE';
  if (isOnContract) return `(${consent} and ${dealing} or ${contract})`;
  return grant.fieldGroup === 'WORK_NEEDS'
    ? `(${consent} and (${dealing} or ${contract}))`
    : `(${consent} and ${dealing})`;
}

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
