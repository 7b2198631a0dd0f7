import type { ConsentPurpose } from './consent-codes';

/** A sentence in both languages of the interface. */
export interface InTwoLanguages {
  readonly chinese: string;
  readonly english: string;
}

/** What something was disclosed for: the purpose of the consent, or the contract between client and employer. */
export type DisclosurePurpose = ConsentPurpose | 'CONTRACT' | 'OWN_COPY';

const notice = (chinese: string, english: string): InTwoLanguages => ({
  chinese: `仅限${chinese}用途，不得再提供。`,
  english: `For ${english} only; not to be passed on.`,
});

/** The notice against passing on that travels with every disclosure and every export (privacy.md P5). */
export const DISCLOSURE_NOTICES: Readonly<Record<DisclosurePurpose, InTwoLanguages>> = {
  SHARE_PROFILE: notice('本岗位招聘', 'filling this position'),
  SHARE_IDENTITY: notice('本岗位招聘', 'filling this position'),
  MENTOR_SHARE: notice('一对一联系', 'one-to-one contact'),
  EMPLOYER_VERIFY: notice('核对在岗情况', 'confirming that the person is at work'),
  PAYROLL_CHECK: notice('工资核查', 'checking pay'),
  FINDING_NAMED: notice('处理这一项工资核查', 'settling this pay item'),
  SUBSIDY_CLAIM: notice('申领补贴', 'claiming the subsidy'),
  TRAINER_SHARE: notice('安排培训', 'arranging training'),
  COUNSELLING_REFERRAL: notice('安排咨询', 'arranging counselling'),
  CONTRACT: notice('履行本劳动合同', 'carrying out this employment contract'),
  OWN_COPY: notice('本人保存', 'the person’s own keeping'),
};
