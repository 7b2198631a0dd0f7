import type { ReactNode } from 'react';

interface CardProps {
  readonly title: string;
  readonly count?: string;
  readonly more?: ReactNode;
  readonly id?: string;
  readonly children: ReactNode;
}

/** A surface with a heading; screen readers meet it as a region of that name. */
export function Card({ title, count, more, id, children }: CardProps): ReactNode {
  return (
    <section className="card" aria-label={title} id={id}>
      <div className="ch">
        <h2>{title}</h2>
        {count === undefined ? null : <span className="n">{count}</span>}
        {more === undefined ? null : <span className="more">{more}</span>}
      </div>
      {children}
    </section>
  );
}
