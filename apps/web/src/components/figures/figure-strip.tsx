import type { ReactNode } from 'react';

/** One number with its word, and a detail where it needs one. */
export interface Figure {
  readonly word: string;
  readonly value: string;
  readonly detail?: string;
}

interface FigureStripProps {
  readonly label: string;
  readonly figures: readonly Figure[];
}

/** The numbers that matter, side by side. */
export function FigureStrip({ label, figures }: FigureStripProps): ReactNode {
  return (
    <div className="kpis" role="group" aria-label={label}>
      {figures.map(({ word, value, detail }) => (
        <div key={word} className="kpi">
          <span className="k">{word}</span>
          <span className="v">{value}</span>
          {detail === undefined ? null : <span className="h">{detail}</span>}
        </div>
      ))}
    </div>
  );
}
