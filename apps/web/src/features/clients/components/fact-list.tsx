import type { ReactNode } from 'react';

/** A name and what is known under it. */
export type Fact = readonly [name: string, value: string];

interface FactListProps {
  readonly facts: readonly Fact[];
}

export function FactList({ facts }: FactListProps): ReactNode {
  return (
    <dl className="facts cb">
      {facts.map(([name, value]) => (
        <div className="contents" key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
