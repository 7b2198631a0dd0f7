import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RetentionDocument, type RetentionQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { FigureStrip } from '../../../components/figures/figure-strip';
import { PageHead } from '../../../components/page-head';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { CurveCard } from './curve-card';

type Retention = RetentionQuery['retention'];
type Line = Retention['fidelity'][number];

/** A share is shown from so many on; the counts are always beside it. */
const SHARE_FROM = 10;

const shareOf = (count: number, of: number): string => (of < SHARE_FROM ? '–' : `${Math.round((100 * count) / of)}%`);

/** How long people stay at work, and how the office works: every share with its counts. */
export function RetentionBoard(): ReactNode {
  const { t } = useTranslation('retention');
  const format = useFormat();
  const read = useRead(RetentionDocument, {});
  return (
    <>
      <title>{t('pageTitle')}</title>
      <Loaded of={read} rows={8}>
        {({ retention }) => (
          <>
            <PageHead title={t('title')} sub={t('sub', { day: format.day(retention.asOf) })} />
            <Figures retention={retention} />
            <div className="two-col">
              <div className="stack" style={{ gap: 14 }}>
                <CurveCard title={t('same.title')} help={t('same.help')} curve={retention.sameEmployer} />
                <CurveCard title={t('any.title')} help={t('any.help')} curve={retention.anyEmployment} />
              </div>
              <Fidelity rows={retention.fidelity} />
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}

function Figures({ retention }: { readonly retention: Retention }): ReactNode {
  const { t } = useTranslation('retention');
  const format = useFormat();
  const { retained, placement, onTime, medianDaysToPlacement, from } = retention;
  const figures = [
    ...retained.map(({ days, employed, due }) => ({
      word: t('figure.retained', { count: days }),
      value: shareOf(employed, due),
      detail: `${employed}/${due}`,
    })),
    {
      word: t('figure.placement'),
      value: shareOf(placement.placed, placement.wanted),
      detail: t('since', { counts: `${placement.placed}/${placement.wanted}`, day: format.day(from) }),
    },
    {
      word: t('figure.time'),
      value: medianDaysToPlacement === null ? '–' : t('days', { count: medianDaysToPlacement }),
      detail: medianDaysToPlacement === null ? t('notReached') : t('half'),
    },
    {
      word: t('figure.onTime'),
      value: shareOf(onTime.count, onTime.of),
      detail: t('since', { counts: `${onTime.count}/${onTime.of}`, day: format.day(from) }),
    },
  ];
  return <FigureStrip label={t('figures')} figures={figures} />;
}

function Fidelity({ rows }: { readonly rows: readonly Line[] }): ReactNode {
  const { t } = useTranslation('retention');
  const columns: readonly Column<Line>[] = [
    { key: 'item', title: t('fidelity.item'), cell: ({ item }) => t(`fidelity.of.${item}`) },
    { key: 'value', title: t('fidelity.value'), isNumber: true, cell: (line) => valueOf(line, t('fidelity.unknown')) },
    {
      key: 'counts',
      title: t('fidelity.counts'),
      isNumber: true,
      cell: ({ count, of }) => (of === null ? '' : `${count}/${of}`),
    },
  ];
  return (
    <Card title={t('fidelity.title')}>
      <DataTable caption={t('fidelity.title')} columns={columns} rows={rows} rowKey={({ item }) => item} />
      <p className="cb s12 mut">{t('fidelity.help')}</p>
    </Card>
  );
}

function valueOf({ item, count, of, figure }: Line, unknown: string): string {
  if (of !== null && count !== null) {
    if (of === 0) return unknown;
    return item === 'CASELOAD' ? (count / of).toFixed(1) : shareOf(count, of);
  }
  return figure === null ? unknown : String(figure);
}
