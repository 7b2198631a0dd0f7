import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AnswerPayFindingConsentDocument,
  AnswerPayFindingReferralDocument,
  AppealPayFindingDocument,
  MyPayFindingsDocument,
  type MyFindingFragment,
} from '@contract/gql';
import { Note } from '../../../components/note';
import { StatusChip } from '../../../components/status/status-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';

/** What is being looked into about one's own pay: what was seen, what happens, and what one can say to it. */
export function MyFindings(): ReactNode {
  const { data } = useRead(MyPayFindingsDocument, {});
  return (data?.myPayFindings ?? []).map((finding) => <FindingCard key={finding.id} finding={finding} />);
}

interface FindingProps {
  readonly finding: MyFindingFragment;
}

function FindingCard({ finding }: FindingProps): ReactNode {
  const { t } = useTranslation('myPay');
  const format = useFormat();
  const { ruleCode, period, shortfall, status, dueOn, paid, appealUntil, acts, enterpriseName } = finding;
  const title = t('title', { month: format.month(period) });
  const day = dueOn === null ? '' : format.day(dueOn);
  return (
    <section className="card pd stack g8" aria-label={title}>
      <h2 className="s18">{title}</h2>
      <p>{t(`short.${ruleCode}`, { amount: format.money(shortfall) })}</p>
      <p>
        <StatusChip kind="finding" state={status} />
      </p>
      <p>{t(`stands.${status}`, { day, enterprise: enterpriseName })}</p>
      {paid === null ? null : <p className="b">{t('paid', { amount: format.money(paid) })}</p>}
      {acts.includes('ANSWER_CONSENT') ? <ConsentQuestion finding={finding} day={day} /> : null}
      {acts.includes('ANSWER_REFERRAL') ? <ReferralQuestion finding={finding} /> : null}
      <a className="btn" href={`/pay-findings/${finding.id}/letter`} download>
        {t('letter')}
      </a>
      {acts.includes('APPEAL') && appealUntil !== null ? (
        <Appeal finding={finding} day={format.day(appealUntil)} />
      ) : null}
    </section>
  );
}

/** Yes and no of equal size and weight; what happens on no stands below: nothing. */
function ConsentQuestion({ finding, day }: FindingProps & { readonly day: string }): ReactNode {
  const { t } = useTranslation('myPay');
  const { run } = useCommand(AnswerPayFindingConsentDocument);
  return (
    <Question
      question={t('ask', { enterprise: finding.enterpriseName })}
      shown={t('askShown')}
      until={t('askUntil', { day })}
      yes={t('yes')}
      no={t('no')}
      answer={(isAgreed) => run({ id: finding.id, isAgreed })}
    />
  );
}

function ReferralQuestion({ finding }: FindingProps): ReactNode {
  const { t } = useTranslation('myPay');
  const { run } = useCommand(AnswerPayFindingReferralDocument);
  return (
    <Question
      question={t('askReferral', { name: finding.referralName ?? '' })}
      shown={t('askShown')}
      until={null}
      yes={t('yesReferral')}
      no={t('noReferral')}
      answer={(isAgreed) => run({ id: finding.id, isAgreed })}
    />
  );
}

interface QuestionProps {
  readonly question: string;
  readonly shown: string;
  readonly until: string | null;
  readonly yes: string;
  readonly no: string;
  readonly answer: (isAgreed: boolean) => Promise<CommandResult<unknown>>;
}

function Question({ question, shown, until, yes, no, answer }: QuestionProps): ReactNode {
  const { t } = useTranslation('myPay');
  const [result, setResult] = useState<CommandResult<unknown> | null>(null);
  return (
    <>
      <p className="b">{question}</p>
      <p>{shown}</p>
      {until === null ? null : <p>{until}</p>}
      <Problem result={result} />
      <div className="pair">
        <button type="button" className="btn" onClick={() => void answer(false).then(setResult)}>
          {no}
        </button>
        <button type="button" className="btn" onClick={() => void answer(true).then(setResult)}>
          {yes}
        </button>
      </div>
      <p className="dim">{t('onNo')}</p>
    </>
  );
}

function Appeal({ finding, day }: FindingProps & { readonly day: string }): ReactNode {
  const { t } = useTranslation('myPay');
  const { run } = useCommand(AppealPayFindingDocument);
  const [result, setResult] = useState<CommandResult<unknown> | null>(null);
  return (
    <>
      <Problem result={result} />
      <p className="dim">{t('appealText', { day })}</p>
      <button type="button" className="btn" onClick={() => void run({ id: finding.id }).then(setResult)}>
        {t('appeal')}
      </button>
    </>
  );
}

/** Why an answer was not taken. */
function Problem({ result }: { readonly result: CommandResult<unknown> | null }): ReactNode {
  const { t } = useTranslation('common');
  const refusalText = useRefusalText();
  const refusal = result?.kind === 'refused' ? result.refusals[0] : undefined;
  if (result?.kind !== 'failed' && refusal === undefined) return null;
  return (
    <Note tone="wheat" role="alert">
      {refusal === undefined ? t('form.failed') : refusalText(refusal)}
    </Note>
  );
}
