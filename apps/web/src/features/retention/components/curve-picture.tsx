import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurveLineFragment } from '@contract/gql';

const WIDTH = 560;
const HEIGHT = 220;
const LEFT = 44;
const BOTTOM = 28;
const TOP = 10;
const RIGHT = 12;
/** Days that the axis holds at least, so that a young county's curve does not fill the picture. */
const LEAST_DAYS = 90;
const GRID = [0, 0.25, 0.5, 0.75, 1] as const;

interface CurvePictureProps {
  readonly title: string;
  readonly curve: CurveLineFragment;
}

const share = (text: string): number => Number(text);

/** A step line of those still at work with its interval as a band; the table below says the same. */
export function CurvePicture({ title, curve }: CurvePictureProps): ReactNode {
  const { t } = useTranslation('retention');
  const last = Math.max(LEAST_DAYS, curve.points.at(-1)?.day ?? 0);
  const x = (day: number): number => LEFT + (day / last) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number => TOP + (1 - value) * (HEIGHT - TOP - BOTTOM);
  const steps = stepsOf(curve, last);
  const line = steps.map(({ from, to, value }) => `H${x(from)}V${y(value)}H${x(to)}`).join('');
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('picture', { title })} className="curve">
      {GRID.map((value) => (
        <g key={value}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} className="grid" />
          <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
            {`${value * 100}%`}
          </text>
        </g>
      ))}
      {steps.map(({ from, to, low, high }) =>
        low === null || high === null ? null : (
          <rect key={from} x={x(from)} y={y(high)} width={x(to) - x(from)} height={y(low) - y(high)} className="band" />
        ),
      )}
      <path d={`M${x(0)} ${y(1)}${line}`} className="steps" />
      <text x={x(0)} y={HEIGHT - 8}>
        0
      </text>
      <text x={x(last)} y={HEIGHT - 8} textAnchor="end">
        {t('days', { count: last })}
      </text>
    </svg>
  );
}

interface Step {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

function stepsOf({ points }: CurveLineFragment, last: number): readonly Step[] {
  return points.map(({ day, share: value, low, high }, index) => ({
    from: day,
    to: points[index + 1]?.day ?? last,
    value: share(value),
    low: low === null ? null : share(low),
    high: high === null ? null : share(high),
  }));
}
