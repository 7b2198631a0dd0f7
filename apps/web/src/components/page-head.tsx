import type { ReactNode } from 'react';

interface PageHeadProps {
  readonly title: string;
  readonly sub?: string;
  readonly children?: ReactNode;
}

/** The title of a page with the line that explains it, and its actions. */
export function PageHead({ title, sub, children }: PageHeadProps): ReactNode {
  return (
    <div className="ph">
      <div>
        <h1>{title}</h1>
        {sub === undefined ? null : <p className="sub">{sub}</p>}
      </div>
      {children === undefined ? null : <div className="act">{children}</div>}
    </div>
  );
}
