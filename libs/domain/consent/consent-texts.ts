import type { ConsentPurpose } from './consent-codes';
import type { InTwoLanguages } from './disclosure-notice';

/** What a client agrees to, in plain words; {recipient} and {until} are filled in on the screen and on the paper. */
export interface ConsentText {
  readonly version: string;
  readonly purpose: ConsentPurpose;
  /** What is given, to whom and what for. */
  readonly asks: InTwoLanguages;
  /** What happens on a no. */
  readonly onNo: InTwoLanguages;
  /** How it ends. */
  readonly ends: InTwoLanguages;
}

/** The version that clients agree to at present. */
export const CONSENT_TEXT_VERSION = '2026-01';

const ON_NO: InTwoLanguages = {
  chinese: '不同意也没关系：什么都不会变，其他服务照常。',
  english: 'Saying no is fine: nothing changes, all other help goes on.',
};
const ENDS: InTwoLanguages = {
  chinese: '到{until}自动停，之前随时可以收回，收回马上生效。',
  english: 'It stops by itself on {until}. You can take it back before at any time; that works at once.',
};

const first = (purpose: ConsentPurpose, chinese: string, english: string): ConsentText => ({
  version: '2026-01',
  purpose,
  asks: { chinese, english },
  onNo: ON_NO,
  ends: ENDS,
});

/** Every text that was ever agreed to. A text is never edited: a new meaning is a new version beside it. */
export const CONSENT_TEXTS: readonly ConsentText[] = [
  first(
    'SHARE_PROFILE',
    '就业服务机构可以把你的技能、可到岗时间和通勤远近给{recipient}看，用来看看岗位合不合适。没有姓名和电话。',
    'The employment service may show {recipient} your skills, when you can start and how far you travel, to see whether a post suits. No name, no phone number.',
  ),
  first(
    'SHARE_IDENTITY',
    '就业服务机构可以把你的姓名、电话给{recipient}，用来约面谈和谈录用。',
    'The employment service may give {recipient} your name and phone number, to arrange a meeting and talk about the job.',
  ),
  first(
    'MENTOR_SHARE',
    '{recipient}的一对一联系人可以知道你的姓名和怎么联系你，用来跟你保持联系。不想要了或想换人，不用说理由。',
    'Your contact person at {recipient} may know your name and how to reach you, to keep in touch. You may stop this or ask for somebody else without giving a reason.',
  ),
  first(
    'EMPLOYER_VERIFY',
    '就业服务机构可以拿你的姓名问{recipient}一件事：你还在不在那里上班。只问是或不是。',
    'The employment service may ask {recipient} one thing by your name: whether you still work there. Only yes or no.',
  ),
  first(
    'PAYROLL_CHECK',
    '就业服务机构可以拿你的姓名跟{recipient}核对你的工资，用来看看有没有少发。',
    'The employment service may check your pay with {recipient} by your name, to see whether any is missing.',
  ),
  first(
    'FINDING_NAMED',
    '就业服务机构可以用你的姓名向{recipient}提出一项工资问题，请对方答复和补发。',
    'The employment service may raise a pay question with {recipient} by your name, so that it is answered and paid.',
  ),
  first(
    'SUBSIDY_CLAIM',
    '{recipient}可以用你的姓名和上班情况申领就业补贴。',
    '{recipient} may use your name and the fact that you work to claim an employment subsidy.',
  ),
  first(
    'TRAINER_SHARE',
    '{recipient}的教员可以知道上课要为你安排什么、什么时候方便联系你。',
    'Trainers of {recipient} may know what a course has to arrange for you and when to reach you.',
  ),
  first(
    'COUNSELLING_REFERRAL',
    '就业服务机构可以把你的姓名和联系办法给{recipient}，用来约咨询时间。谈了什么只有你和对方知道。',
    'The employment service may give {recipient} your name and how to reach you, to book a counselling time. What is said stays between you and them.',
  ),
];

/** The text of a purpose in a version; the present one unless told. Throws where there never was such a text. */
export function consentTextOf(purpose: ConsentPurpose, version: string = CONSENT_TEXT_VERSION): ConsentText {
  const text = CONSENT_TEXTS.find((one) => one.purpose === purpose && one.version === version);
  if (text === undefined) throw new Error(`There is no consent text ${purpose} ${version}.`);
  return text;
}

/** A text as one line, the same for ever: what its digest is made of. */
export const canonicalText = ({ version, purpose, asks, onNo, ends }: ConsentText): string =>
  JSON.stringify([
    version,
    purpose,
    asks.chinese,
    asks.english,
    onNo.chinese,
    onNo.english,
    ends.chinese,
    ends.english,
  ]);
