import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PayFindingDocument, type FindingDetailFragment } from '@contract/gql';
import { Card } from '../../../components/card';
import { ClientLink } from '../../../components/client-link';
import { useFindingWords } from '../../../components/figures/use-finding-words';
import { Note } from '../../../components/note';
import { PageHead } from '../../../components/page-head';
import { NotHere } from '../../../components/states/error-state';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { FindingHistory } from './finding-history';
import { FindingSteps } from './finding-steps';
import { verdictStateOf } from './verdict-state';

/** One finding: where it stands and what to do next, what was compared, what was said, and how it came here. */
export function FindingView({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('findingSteps');
  const read = useRead(PayFindingDocument, { id });
  return (
    <Loaded of={read}>
      {({ payFinding: finding }) =>
        finding === null ? (
          <NotHere />
        ) : (
          <>
            <title>{t('pageTitle')}</title>
            <FindingHead finding={finding} />
            <NextCard finding={finding} />
            <ComparedCard finding={finding} />
            <SaidCard finding={finding} />
            <FindingHistory events={finding.events} detectedAt={finding.detectedAt} />
          </>
        )
      }
    </Loaded>
  );
}

interface FindingProps {
  readonly finding: FindingDetailFragment;
}

function FindingHead({ finding }: FindingProps): ReactNode {
  const { t } = useTranslation(['findingSteps', 'payEquity']);
  const format = useFormat();
  const words = useFindingWords();
  const { client, enterprise, period, severity, status } = finding;
  return (
    <>
      <PageHead title={words.short(finding)} sub={`${enterprise.name} · ${format.month(period)}`} />
      <p className="row g6 wrap">
        <ClientLink client={client} tab="placement" />
        <StatusChip kind="finding" state={status} />
        <StatusChip kind="verdict" state={verdictStateOf(finding)} />
        <span className="tag">{t(`payEquity:severity.${severity}`)}</span>
      </p>
    </>
  );
}

function NextCard({ finding }: FindingProps): ReactNode {
  const { t } = useTranslation('findingSteps');
  const format = useFormat();
  const { status, dueOn, isLate, retaliationNotedAt } = finding;
  return (
    <Card title={t('next')}>
      <div className="cb stack g8">
        <p>{t(`stands.${status}`)}</p>
        {dueOn === null ? null : (
          <p className={isLate ? 'b' : ''}>{t(isLate ? 'dueLate' : 'due', { day: format.dayWithWeekday(dueOn) })}</p>
        )}
        {retaliationNotedAt === null ? null : <Note tone="clay">{t('retaliation')}</Note>}
        <FindingSteps finding={finding} />
      </div>
    </Card>
  );
}

/** What was compared; of colleagues only how many, and rounded medians from five on. */
function ComparedCard({ finding }: FindingProps): ReactNode {
  const { t } = useTranslation('findingSteps');
  const format = useFormat();
  const words = useFindingWords();
  const { comparatorCount, shortfall, limits, evidence } = finding;
  const besideColleagues = ['COMPARATOR_GAP', 'EQUAL_ALLOWANCE'].includes(finding.ruleCode);
  const limitWords = (day: string | null): string => (day === null ? t('limitNotRunning') : format.day(day));
  return (
    <Card title={t('compared')}>
      <dl className="cb facts">
        <dt>{t('rule')}</dt>
        <dd>{t(`payEquity:rule.${finding.ruleCode}`)}</dd>
        <dt>{t('figures')}</dt>
        <dd>{words.figures(finding) || t('noFigures')}</dd>
        <dt>{t('shortfall')}</dt>
        <dd>{Number(shortfall?.amount ?? 0) === 0 ? t('noAmount') : format.money(shortfall ?? { amount: '0' })}</dd>
        {besideColleagues ? (
          <>
            <dt>{t('colleagues')}</dt>
            <dd>
              {(comparatorCount ?? 0) >= 5 ? t('colleaguesShown', { count: comparatorCount ?? 0 }) : t('colleaguesFew')}
              {evidence === null ? null : ` · ${t(`payEquity:evidence.${evidence}`)}`}
            </dd>
          </>
        ) : null}
        <dt>{t('inspection')}</dt>
        <dd>{limitWords(limits.inspectionOn)}</dd>
        <dt>{t('arbitration')}</dt>
        <dd>{limitWords(limits.arbitrationOn)}</dd>
      </dl>
      {limits.isNear ? (
        <div className="cb">
          <Note tone="wheat">{t('limitNear')}</Note>
        </div>
      ) : null}
    </Card>
  );
}

function SaidCard({ finding }: FindingProps): ReactNode {
  const { t } = useTranslation(['findingSteps', 'enterpriseFindings']);
  const format = useFormat();
  const { consentAnswer, response, responseReason, hasEvidence, paid, referralAnswer, appealedBy, appealUntil } =
    finding;
  const lines: readonly (readonly [string, ReactNode])[] = [
    [t('said.client'), consentAnswer === null ? null : t(`consent.${consentAnswer}`)],
    [t('said.enterprise'), response === null ? null : t(`enterpriseFindings:response.${response}`)],
    [t('said.reason'), responseReason === null ? null : t(`enterpriseFindings:reason.${responseReason}`)],
    [t('said.paper'), hasEvidence ? <PaperLink id={finding.id} /> : null],
    [t('said.paid'), paid === null ? null : format.money(paid)],
    [t('said.referral'), referralAnswer === null ? null : t(`referral.${referralAnswer}`)],
    [t('said.appeal'), appealedBy === null ? null : t(`appeal.${appealedBy}`)],
    [t('said.appealUntil'), appealUntil === null || appealedBy !== null ? null : format.day(appealUntil)],
  ];
  const known = lines.filter(([, value]) => value !== null);
  return known.length === 0 ? null : (
    <Card title={t('said.title')}>
      <dl className="cb facts">
        {known.map(([title, value]) => (
          <Line key={title} title={title} value={value} />
        ))}
      </dl>
    </Card>
  );
}

const Line = ({ title, value }: { readonly title: string; readonly value: ReactNode }): ReactNode => (
  <>
    <dt>{title}</dt>
    <dd>{value}</dd>
  </>
);

function PaperLink({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('findingSteps');
  return (
    <a href={`/pay-findings/${id}/evidence`} target="_blank" rel="noreferrer">
      {t('openPaper')}
    </a>
  );
}
