import type { ReactNode } from 'react';

const ROWS = [
  { y: 30, width: 128, fill: '#155e78' },
  { y: 82, width: 96, fill: '#4d8ea4' },
  { y: 134, width: 150, fill: '#b97f14' },
] as const;
const COLUMNS = [20, 230] as const;

/** Two columns of bars of the same length: the same work, the same pay. */
export function SideBySide(): ReactNode {
  return (
    <svg viewBox="19 29 382 132" width="382" aria-hidden="true">
      {ROWS.map(({ y, width, fill }) =>
        COLUMNS.map((x) => (
          <g key={x}>
            <rect x={x} y={y} width="170" height="26" rx="6" fill="none" stroke="#86b4c4" strokeWidth="2" />
            <rect x={x} y={y} width={width} height="26" rx="6" fill={fill} />
          </g>
        )),
      )}
    </svg>
  );
}
