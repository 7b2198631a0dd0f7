import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayVerdict } from '@contract/gql';
import { Card } from '../../../components/card';
import { StatusChip } from '../../../components/status/status-chip';
import type { RunOverviewData } from './run-overview-data';

/** In this order everywhere, each with the colour of its stretch. */
const SHADES: readonly (readonly [PayVerdict, string])[] = [
  ['COMPLIANT', 'v-fine'],
  ['REVIEW', 'v-review'],
  ['VIOLATION', 'v-verify'],
  ['DISPARITY_INDICATED', 'v-gap'],
  ['SEGREGATED_POST', 'v-gathered'],
  ['INSUFFICIENT_DATA', 'v-little'],
];

/** The verdicts of a month as one bar, and how many people have each. */
export function RunVerdicts({ month }: { readonly month: RunOverviewData }): ReactNode {
  const { t } = useTranslation(['payRun', 'status']);
  const { verdicts } = month;
  const countOf = (verdict: PayVerdict): number => verdicts.find((one) => one.verdict === verdict)?.count ?? 0;
  const total = verdicts.reduce((sum, { count }) => sum + count, 0);
  const shown = SHADES.filter(([verdict]) => countOf(verdict) > 0);
  const label = shown.map(([verdict]) => `${t(`status:verdict.${verdict}`)} ${countOf(verdict)}`).join('，');
  return (
    <Card title={t('verdicts.title')} count={t('verdicts.count', { count: total })}>
      <div className="cb stack g8">
        {total === 0 ? (
          <p className="mut">{t('verdicts.none')}</p>
        ) : (
          <>
            <span className="bar verdict-bar" role="img" aria-label={`${t('verdicts.bar')}：${label}`}>
              {shown.map(([verdict, shade]) => (
                <i key={verdict} className={shade} style={{ flex: countOf(verdict) }} />
              ))}
            </span>
            <div className="vds">
              {shown.map(([verdict]) => (
                <div key={verdict} className="vd">
                  <StatusChip kind="verdict" state={verdict} />
                  <b className="b num">{countOf(verdict)}</b>
                </div>
              ))}
            </div>
            <p className="s12 mut">{t('verdicts.hint')}</p>
          </>
        )}
      </div>
    </Card>
  );
}
