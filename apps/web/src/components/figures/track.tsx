import type { ReactNode } from 'react';

/** One stretch of a bar: filled, held or open, so many of the whole. */
export interface Stretch {
  readonly kind: 'fill' | 'hold' | 'open' | 'sage';
  readonly amount: number;
}

interface TrackProps {
  readonly of: number;
  readonly stretches: readonly Stretch[];
  readonly label: string;
}

const CLASS = { fill: '', hold: 'hold', open: 'open', sage: 'sage' } as const;

/** 并肩: a bar in its track. The track is what is possible, the fill what is there. */
export function Track({ of, stretches, label }: TrackProps): ReactNode {
  const whole = Math.max(1, of);
  return (
    <span className="bar" role="img" aria-label={label}>
      {stretches.map(({ kind, amount }) => (
        <i key={kind} className={CLASS[kind]} style={{ width: `${(100 * amount) / whole}%` }} />
      ))}
    </span>
  );
}
