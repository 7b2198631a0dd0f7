import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import type { RunOverviewData } from './run-overview-data';

type Group = RunOverviewData['gaps'][number];

/** The stretch that is drawn, in per cent; what lies beyond is drawn at its edge. */
const FROM = -10;
const TO = 15;
const TICKS = [-10, -5, 0, 5, 10, 15];

const at = (percent: number): string => `${(100 * (Math.min(TO, Math.max(FROM, percent)) - FROM)) / (TO - FROM)}%`;
const between = (from: number, to: number): CSSProperties => ({
  left: at(from),
  width: `calc(${at(to)} - ${at(from)})`,
});
const signed = (percent: number): string => (percent > 0 ? `+${percent}` : percent < 0 ? `−${-percent}` : '0');

/** How far placed people’s pay lies from the median of the same work: a box per group, and nothing below five people. */
export function GapBoxes({ groups }: { readonly groups: readonly Group[] }): ReactNode {
  const { t } = useTranslation('payRun');
  const people = groups.find(({ enterprise }) => enterprise === null)?.people ?? 0;
  return (
    <Card title={t('gaps.title')} count={people === 0 ? '' : t('gaps.count', { count: people })}>
      {people === 0 ? (
        <p className="cb mut">{t('gaps.none')}</p>
      ) : (
        <div className="cb stack g8">
          <div className="gap-boxes">
            <GapHead />
            {groups.map((group) => (
              <GapRow key={group.enterprise?.id ?? 'all'} group={group} />
            ))}
            <GapAxis />
          </div>
          <GapLegend />
          <GapTable groups={groups} />
        </div>
      )}
    </Card>
  );
}

function GapHead(): ReactNode {
  const { t } = useTranslation('payRun');
  return (
    <div className="gap-row s12 mut" aria-hidden="true">
      <span>{t('gaps.group')}</span>
      <span className="num">{t('gaps.people')}</span>
      <span className="gap-limit">
        <i style={{ left: at(5) }}>{t('gaps.limit')}</i>
      </span>
      <span className="num">{t('gaps.over')}</span>
    </div>
  );
}

function GapRow({ group }: { readonly group: Group }): ReactNode {
  const { t } = useTranslation('payRun');
  const { enterprise, people, percents, overLimit } = group;
  const name = enterprise?.name ?? t('gaps.all');
  return (
    <div className="gap-row">
      <span className={enterprise === null ? 'b' : ''}>{name}</span>
      <span className="num">{people}</span>
      {percents === null ? (
        <span className="gap-track few s12">{t('gaps.few')}</span>
      ) : (
        <Box name={name} percents={percents} />
      )}
      <span className="num">{overLimit ?? '–'}</span>
    </div>
  );
}

function Box({ name, percents }: { readonly name: string; readonly percents: readonly number[] }): ReactNode {
  const { t } = useTranslation('payRun');
  const [low = 0, from = 0, median = 0, to = 0, high = 0] = percents;
  const label = t('gaps.box', {
    name,
    low: signed(low),
    from: signed(from),
    median: signed(median),
    to: signed(to),
    high: signed(high),
  });
  return (
    <span className="gap-track" role="img" aria-label={label}>
      <i className="zero" style={{ left: at(0) }} />
      <i className="limit" style={{ left: at(5) }} />
      <i className="most" style={between(low, high)} />
      <i className="half" style={between(from, to)} />
      <i className="median" style={{ left: at(median) }} />
    </span>
  );
}

function GapAxis(): ReactNode {
  const { t } = useTranslation('payRun');
  return (
    <div className="gap-row s12 mut" aria-hidden="true">
      <span />
      <span />
      <span className="gap-axis">
        {TICKS.map((tick) => (
          <i key={tick} style={{ left: at(tick) }}>
            {signed(tick)}%
          </i>
        ))}
        <b>
          <span>{t('gaps.more')}</span>
          <span>{t('gaps.less')}</span>
        </b>
      </span>
      <span />
    </div>
  );
}

function GapLegend(): ReactNode {
  const { t } = useTranslation('payRun');
  return (
    <div className="lgd gap-legend" aria-hidden="true">
      {(['half', 'most', 'median'] as const).map((part) => (
        <span key={part}>
          <i className={part} />
          {t(`gaps.legend.${part}`)}
        </span>
      ))}
    </div>
  );
}

function GapTable({ groups }: { readonly groups: readonly Group[] }): ReactNode {
  const { t } = useTranslation('payRun');
  const percent = (key: 'p10' | 'p25' | 'median' | 'p75' | 'p90', index: number): Column<Group> => ({
    key,
    title: t(`gaps.at.${key}`),
    isNumber: true,
    cell: ({ percents }) => (percents === null ? '–' : `${signed(percents[index] ?? 0)}%`),
  });
  const columns: readonly Column<Group>[] = [
    { key: 'group', title: t('gaps.group'), cell: ({ enterprise }) => enterprise?.name ?? t('gaps.all') },
    { key: 'people', title: t('gaps.people'), isNumber: true, cell: ({ people }) => people },
    percent('p10', 0),
    percent('p25', 1),
    percent('median', 2),
    percent('p75', 3),
    percent('p90', 4),
    { key: 'over', title: t('gaps.over'), isNumber: true, cell: ({ overLimit }) => overLimit ?? '–' },
  ];
  return (
    <details>
      <summary className="s13">{t('gaps.table')}</summary>
      <DataTable
        caption={t('gaps.caption')}
        columns={columns}
        rows={groups}
        rowKey={({ enterprise }) => enterprise?.id ?? 'all'}
      />
    </details>
  );
}
