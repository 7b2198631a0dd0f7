import type { ReactNode } from 'react';

interface TwoLinesProps {
  readonly first: ReactNode;
  readonly second?: ReactNode;
}

/** A cell of two lines: the fact, and a grey detail below it. */
export function TwoLines({ first, second }: TwoLinesProps): ReactNode {
  return (
    <>
      <span className="b">{first}</span>
      {second === undefined || second === null || second === '' ? null : <span className="two">{second}</span>}
    </>
  );
}
