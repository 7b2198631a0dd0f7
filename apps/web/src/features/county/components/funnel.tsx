import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { Track } from '../../../components/figures/track';
import { useFormat } from '../../../lib/format/use-format';
import type { County } from './county-data';

type Step = County['funnel'][number];

const RETAINED: Readonly<Partial<Record<Step['step'], number>>> = {
  RETAINED_13: 13,
  RETAINED_26: 26,
  RETAINED_52: 52,
};

/** Fewer than this are not shown as a share: it would tell about single people. */
const LEAST_FOR_SHARE = 5;

/** From enrolment to a year at work: a bar, the people, and of how many. */
export function Funnel({ steps }: { readonly steps: County['funnel'] }): ReactNode {
  const { t } = useTranslation('county');
  const format = useFormat();
  const nameOf = ({ step }: Step): string => {
    const weeks = RETAINED[step];
    return weeks === undefined ? t(`step.${step}`) : t('weeks', { count: weeks });
  };
  const share = (row: Step): string => {
    if (row.of < LEAST_FOR_SHARE) return t('tooFew', { count: row.of });
    return `${Math.round((100 * row.people) / row.of)}%`;
  };
  const columns: readonly Column<Step>[] = [
    { key: 'step', title: t('funnel.step'), cell: (row) => <b className="b">{nameOf(row)}</b> },
    {
      key: 'bar',
      title: t('funnel.share'),
      isTitleHidden: true,
      cell: (row) => (
        <Track
          of={row.of}
          label={`${nameOf(row)} ${row.people}/${row.of}`}
          stretches={[{ kind: RETAINED[row.step] === undefined ? 'fill' : 'sage', amount: row.people }]}
        />
      ),
    },
    { key: 'people', title: t('funnel.people'), isNumber: true, cell: ({ people }) => format.count(people) },
    { key: 'of', title: t('funnel.of'), isNumber: true, cell: ({ of }) => format.count(of) },
    { key: 'share', title: t('funnel.share'), isNumber: true, cell: share },
  ];
  return (
    <Card title={t('funnel.title')}>
      <DataTable caption={t('funnel.title')} columns={columns} rows={steps} rowKey={({ step }) => step} />
      <p className="cb s12 mut">{t('funnel.matured')}</p>
    </Card>
  );
}
