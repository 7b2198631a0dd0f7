import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CountyDocument } from '@contract/gql';
import { FigureStrip } from '../../../components/figures/figure-strip';
import { PageHead } from '../../../components/page-head';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { Caseloads } from './caseloads';
import type { County } from './county-data';
import { Funnel } from './funnel';
import { SlotUse } from './slot-use';

/** The county at a glance: every share with its denominator, every picture with its table. */
export function CountyBoard(): ReactNode {
  const { t } = useTranslation('county');
  const format = useFormat();
  const read = useRead(CountyDocument, {});
  return (
    <>
      <title>{t('pageTitle')}</title>
      <Loaded of={read} rows={8}>
        {({ countyOverview: county }) => (
          <>
            <PageHead title={t('title')} sub={t('sub', { day: format.day(county.asOf) })}>
              <Ways />
            </PageHead>
            <Figures county={county} />
            <div className="two-col">
              <div className="stack" style={{ gap: 14 }}>
                <Funnel steps={county.funnel} />
                <SlotUse rows={county.slots} />
              </div>
              <Caseloads rows={county.caseloads} />
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}

/** The other pages of the county: figures, plans and what is set. */
function Ways(): ReactNode {
  const { t } = useTranslation('county');
  return (
    <>
      <Link className="btn" to="/retention">
        {t('retention')}
      </Link>
      <Link className="btn" to="/training-plan">
        {t('trainingPlan')}
      </Link>
      <Link className="btn" to="/minimum-wage">
        {t('minimumWage')}
      </Link>
      <Link className="btn" to="/holidays">
        {t('holidays')}
      </Link>
      <Link className="btn" to="/follow-up-template">
        {t('milestoneTemplate')}
      </Link>
      <Link className="btn" to="/score-weights">
        {t('scoreWeights')}
      </Link>
    </>
  );
}

function Figures({ county }: { readonly county: County }): ReactNode {
  const { t } = useTranslation('county');
  const format = useFormat();
  const peopleAt = (step: County['funnel'][number]['step']): number =>
    county.funnel.find((one) => one.step === step)?.people ?? 0;
  const { answered, due } = county.answerRate;
  const figures = [
    {
      word: t('figure.placed'),
      value: format.count(peopleAt('PLACED')),
      detail: t('ofEnrolled', { count: peopleAt('ENROLLED') }),
    },
    {
      word: t('figure.answerRate'),
      value: due === 0 ? '–' : `${Math.round((100 * answered) / due)}%`,
      detail: `${answered}/${due}`,
    },
    { word: t('figure.findings'), value: format.count(county.payFindingsOpen) },
    { word: t('figure.overdue'), value: format.count(county.overdueFollowUps) },
  ];
  return <FigureStrip label={t('figures')} figures={figures} />;
}
