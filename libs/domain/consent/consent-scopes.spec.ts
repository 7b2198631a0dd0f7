import type { FieldGroup } from './consent-codes';
import { answerByOf, CONSENT_SCOPES, judgeScope, type WantedScope } from './consent-scopes';
import { ConsentPurpose, FieldGroup as Groups } from './consent-codes';
import { OrganisationKind } from '../organisations/organisation-codes';

const wanted = (changes: Partial<WantedScope> = {}): WantedScope => ({
  purpose: 'SHARE_PROFILE',
  fieldGroups: ['PROFILE'],
  recipientKind: 'ENTERPRISE',
  validFrom: '2026-07-01',
  validTo: '2026-09-30',
  ...changes,
});

const codes = (changes: Partial<WantedScope>): string[] => {
  const outcome = judgeScope(wanted(changes));
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
};

/** Which group goes with which purpose, written a second time from the privacy rules. */
const MAY: Readonly<Record<string, readonly FieldGroup[]>> = {
  SHARE_PROFILE: ['PROFILE', 'WORK_NEEDS'],
  SHARE_IDENTITY: ['IDENTITY', 'CONTACT'],
  MENTOR_SHARE: ['IDENTITY', 'CONTACT', 'WORK_NEEDS'],
  EMPLOYER_VERIFY: ['IDENTITY'],
  PAYROLL_CHECK: ['IDENTITY', 'PAY'],
  FINDING_NAMED: ['IDENTITY', 'PAY'],
  SUBSIDY_CLAIM: ['IDENTITY'],
  TRAINER_SHARE: ['CONTACT', 'WORK_NEEDS'],
  COUNSELLING_REFERRAL: ['IDENTITY', 'CONTACT'],
};

describe('a consent that is asked for or given', () => {
  const pairs = Object.values(ConsentPurpose).flatMap((purpose) =>
    Object.values(Groups).map((group) => [purpose, group] as const),
  );

  it.each(pairs)('for %s opens %s only where the privacy rules say so', (purpose, group) => {
    const recipientKind = CONSENT_SCOPES[purpose].recipients[0] ?? 'ENTERPRISE';
    const refused = codes({ purpose, fieldGroups: [group], recipientKind });
    expect(refused).toEqual(MAY[purpose]?.includes(group) === true ? [] : ['GROUP_NOT_FOR_PURPOSE']);
  });

  it.each(
    Object.values(ConsentPurpose).flatMap((purpose) =>
      Object.values(OrganisationKind).map((recipientKind) => [purpose, recipientKind] as const),
    ),
  )('for %s goes to one %s only where it is listed', (purpose, recipientKind) => {
    const [group] = CONSENT_SCOPES[purpose].groups;
    const refused = codes({ purpose, recipientKind, fieldGroups: group === undefined ? [] : [group] });
    const isListed = CONSENT_SCOPES[purpose].recipients.includes(recipientKind);
    expect(refused).toEqual(isListed ? [] : ['RECIPIENT_NOT_FOR_PURPOSE']);
  });

  it('names at least one group', () => expect(codes({ fieldGroups: [] })).toEqual(['GROUPS_REQUIRED']));

  it('keeps what a workplace would have to arrange apart from everything else', () => {
    expect(codes({ fieldGroups: ['WORK_NEEDS'] })).toEqual([]);
    expect(codes({ fieldGroups: ['PROFILE', 'WORK_NEEDS'] })).toEqual(['NEEDS_STAND_ALONE']);
  });

  it('may end on the day on which it begins, not before', () => {
    expect(codes({ validTo: '2026-07-01' })).toEqual([]);
    expect(codes({ validTo: '2026-06-30' })).toEqual(['TERM_OVER']);
  });

  it('lasts a year at the longest', () => {
    expect(codes({ validTo: '2027-06-30' })).toEqual([]);
    expect(codes({ validTo: '2027-07-01' })).toEqual(['TERM_TOO_LONG']);
  });

  it('is answered within two weeks', () => expect(answerByOf('2026-07-01')).toBe('2026-07-15'));
});
