import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import type { Batch } from '../rules/batch';
import { meterOf } from '../rules/meter';

/** How far the people are spread over enterprises and occupations; the upright line is the limit. */
export function DiversityCard({ batch }: { readonly batch: Batch }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  if (batch.outcome === null) return null;
  const { enterpriseHhiPermille, occupationHhiPermille, limitPermille } = batch.outcome.diversity;
  const limit = (limitPermille / 1_000).toFixed(3);
  return (
    <Card title={t('diversity.title')} more={<span className="s12 dim">{t('diversity.scale', { limit })}</span>}>
      <div className="cb stack g4">
        <Meter word={t('diversity.enterprise')} permille={enterpriseHhiPermille} limitPermille={limitPermille} />
        <Meter word={t('diversity.occupation')} permille={occupationHhiPermille} limitPermille={limitPermille} />
      </div>
    </Card>
  );
}

interface MeterProps {
  readonly word: string;
  readonly permille: number | null;
  readonly limitPermille: number;
}

function Meter({ word, permille, limitPermille }: MeterProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  if (permille === null) return <p className="s13 mut">{t('diversity.none', { word })}</p>;
  const { at, limitAt, isOver } = meterOf(permille, limitPermille);
  return (
    <>
      <div className="dv">
        <span className="mut">{word}</span>
        <span className="mtr" aria-hidden="true">
          <i style={{ left: `${at}%` }} />
          <u style={{ left: `${limitAt}%` }} />
        </span>
        <b className="b num">{(permille / 1_000).toFixed(3)}</b>
      </div>
      {isOver ? <p className="s12 so">{t('diversity.over', { word })}</p> : null}
    </>
  );
}
