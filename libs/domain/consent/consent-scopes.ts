import { addDays, type Day } from '../common/day';
import { refusal, settled, type Outcome, type Refusal } from '../common/outcome';
import type { OrganisationKind } from '../organisations/organisation-codes';
import type { ConsentPurpose, FieldGroup } from './consent-codes';
import { latestValidTo } from './live-grant';

/** What a purpose may be asked for, and of whom. */
export interface ConsentScope {
  /** The groups of fields that may be opened for it; nothing else ever is. */
  readonly groups: readonly FieldGroup[];
  /** Kinds of organisation that may receive it. */
  readonly recipients: readonly OrganisationKind[];
}

/** The nine scopes (privacy.md P5): a scope that is not listed cannot be given. */
export const CONSENT_SCOPES: Readonly<Record<ConsentPurpose, ConsentScope>> = {
  SHARE_PROFILE: { groups: ['PROFILE', 'WORK_NEEDS'], recipients: ['ENTERPRISE'] },
  SHARE_IDENTITY: { groups: ['IDENTITY', 'CONTACT'], recipients: ['ENTERPRISE'] },
  MENTOR_SHARE: {
    groups: ['IDENTITY', 'CONTACT', 'WORK_NEEDS'],
    recipients: ['EMPLOYMENT_OFFICE', 'COMMUNITY_STATION', 'ENTERPRISE'],
  },
  EMPLOYER_VERIFY: { groups: ['IDENTITY'], recipients: ['ENTERPRISE'] },
  PAYROLL_CHECK: { groups: ['IDENTITY', 'PAY'], recipients: ['ENTERPRISE'] },
  FINDING_NAMED: { groups: ['IDENTITY', 'PAY'], recipients: ['ENTERPRISE', 'EMPLOYMENT_OFFICE'] },
  SUBSIDY_CLAIM: { groups: ['IDENTITY'], recipients: ['EMPLOYMENT_OFFICE', 'ENTERPRISE'] },
  TRAINER_SHARE: { groups: ['CONTACT', 'WORK_NEEDS'], recipients: ['TRAINING_BASE'] },
  COUNSELLING_REFERRAL: { groups: ['IDENTITY', 'CONTACT'], recipients: ['TRAINING_BASE', 'COMMUNITY_STATION'] },
};

/** Purposes by which a client is put forward to an enterprise: with one of them taken back, what is open there ends. */
export const CORE_PURPOSES: readonly ConsentPurpose[] = ['SHARE_PROFILE', 'SHARE_IDENTITY'];

/** Why a consent can be neither asked for nor given. */
export type ScopeCode =
  | 'GROUPS_REQUIRED'
  | 'GROUP_NOT_FOR_PURPOSE'
  | 'NEEDS_STAND_ALONE'
  | 'RECIPIENT_NOT_FOR_PURPOSE'
  | 'TERM_OVER'
  | 'TERM_TOO_LONG';

/** A consent as it would be given. */
export interface WantedScope {
  readonly purpose: ConsentPurpose;
  readonly fieldGroups: readonly FieldGroup[];
  readonly recipientKind: OrganisationKind;
  readonly validFrom: Day;
  /** The last day inside. */
  readonly validTo: Day;
}

/** Says whether such a consent can exist: right groups and recipient for the purpose, at most a year, needs apart. */
export function judgeScope(wanted: WantedScope): Outcome<WantedScope, ScopeCode> {
  const scope = CONSENT_SCOPES[wanted.purpose];
  const { fieldGroups, recipientKind, validFrom, validTo } = wanted;
  const refusals: Refusal<ScopeCode>[] = [];
  if (fieldGroups.length === 0) refusals.push(refusal('GROUPS_REQUIRED', ['fieldGroups']));
  if (fieldGroups.some((group) => !scope.groups.includes(group)))
    refusals.push(refusal('GROUP_NOT_FOR_PURPOSE', ['fieldGroups']));
  if (fieldGroups.includes('WORK_NEEDS') && new Set(fieldGroups).size > 1)
    refusals.push(refusal('NEEDS_STAND_ALONE', ['fieldGroups']));
  if (!scope.recipients.includes(recipientKind)) refusals.push(refusal('RECIPIENT_NOT_FOR_PURPOSE', ['recipientId']));
  if (validTo < validFrom) refusals.push(refusal('TERM_OVER', ['validTo']));
  const latest = latestValidTo(validFrom);
  if (validTo > latest) refusals.push(refusal('TERM_TOO_LONG', ['validTo'], { latest }));
  return settled(refusals, wanted);
}

/** Days that a client has to answer a request; no answer is a no. */
export const REQUEST_DAYS = 14;

/** The last day on which a request can be answered. */
export const answerByOf = (today: Day): Day => addDays(today, REQUEST_DAYS);
