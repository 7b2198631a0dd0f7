import type { ReactNode } from 'react';

interface LineProps {
  readonly first: ReactNode;
  readonly second: ReactNode;
  readonly children?: ReactNode;
}

/** One row of a short list: a fact, a detail, and what stands or can be done at the right. */
export function Line({ first, second, children }: LineProps): ReactNode {
  return (
    <div className="li">
      <span className="sp">
        <span className="b">{first}</span>
        <span className="two">{second}</span>
      </span>
      {children}
    </div>
  );
}

/** Said where a group is empty: nothing to do is a success. */
export function Nothing({ children }: { readonly children: ReactNode }): ReactNode {
  return <p className="li mut">{children}</p>;
}
