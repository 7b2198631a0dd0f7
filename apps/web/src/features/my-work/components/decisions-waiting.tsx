import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MyConsentsWaitingDocument, MyPayFindingsDocument, MyWorkDocument } from '@contract/gql';
import { Note } from '../../../components/note';
import { useRead } from '../../../lib/graphql/use-read';
import { awaitsDecision, isNewToHer } from './awaits-decision';

const PAY_QUESTIONS: readonly string[] = ['ANSWER_CONSENT', 'ANSWER_REFERRAL'];

/** Says on every first screen that something waits for one's word; nothing where nothing does. */
export function DecisionsWaiting(): ReactNode {
  const { t } = useTranslation('myWork');
  const { data } = useRead(MyWorkDocument, {});
  const { data: consents } = useRead(MyConsentsWaitingDocument, {});
  const { data: pay } = useRead(MyPayFindingsDocument, {});
  const questions =
    pay?.myPayFindings.filter(({ acts }) => acts.some((act) => PAY_QUESTIONS.includes(act))).length ?? 0;
  const decisions = data?.myReferrals.filter(awaitsDecision).length ?? 0;
  const requests = consents?.myConsentRequests.filter(({ status }) => status === 'OPEN').length ?? 0;
  const recorded = consents?.myConsents.filter(isNewToHer).length ?? 0;
  const lines: readonly (readonly [string, string])[] = [
    ...(decisions === 0 ? [] : [['/work', t('waiting', { count: decisions })] as const]),
    ...(questions === 0 ? [] : [['/pay', t('payWaiting', { count: questions })] as const]),
    ...(requests === 0 ? [] : [['/mine', t('consentWaiting', { count: requests })] as const]),
    ...(recorded === 0 ? [] : [['/mine', t('recordedWaiting')] as const]),
  ];
  return lines.map(([to, text]) => (
    <Note key={text} tone="wheat" role="status">
      <Link to={to}>{text}</Link>
    </Note>
  ));
}
