import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurveLineFragment } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { CurvePicture } from './curve-picture';

type Point = CurveLineFragment['points'][number];

interface CurveCardProps {
  readonly title: string;
  readonly help: string;
  readonly curve: CurveLineFragment;
}

const percent = (text: string): string => `${(Number(text) * 100).toFixed(1)}%`;

/** One curve: what it means, the picture, and the table behind it with how many are still watched. */
export function CurveCard({ title, help, curve }: CurveCardProps): ReactNode {
  const { t } = useTranslation('retention');
  const columns: readonly Column<Point>[] = [
    { key: 'day', title: t('column.day'), cell: ({ day }) => t('day', { count: day }) },
    { key: 'atRisk', title: t('column.atRisk'), isNumber: true, cell: ({ atRisk }) => atRisk },
    { key: 'events', title: t('column.events'), isNumber: true, cell: ({ events }) => events },
    { key: 'share', title: t('column.share'), isNumber: true, cell: (point) => percent(point.share) },
    {
      key: 'interval',
      title: t('column.interval'),
      isNumber: true,
      cell: ({ low, high }) => (low === null || high === null ? '–' : `${percent(low)}–${percent(high)}`),
    },
  ];
  return (
    <Card title={title} count={t('stands', { count: curve.observations })}>
      <div className="cb stack g8">
        <p className="s12 mut">{help}</p>
        {curve.isPublished ? (
          <>
            <CurvePicture title={title} curve={curve} />
            <p>
              {curve.medianDay === null ? t('medianNotReached') : t('median', { count: curve.medianDay })} {t('cut')}
            </p>
          </>
        ) : (
          <p>{t('tooFew')}</p>
        )}
      </div>
      {curve.points.length === 0 ? null : (
        <details className="cb">
          <summary>{t('table')}</summary>
          <DataTable caption={title} columns={columns} rows={curve.points} rowKey={({ day }) => String(day)} />
        </details>
      )}
    </Card>
  );
}
