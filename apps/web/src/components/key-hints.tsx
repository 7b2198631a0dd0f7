import type { ReactNode } from 'react';

/** Keys and what they do. */
export interface KeyHint {
  readonly keys: readonly string[];
  readonly does: string;
}

interface KeyHintsProps {
  readonly hints: readonly KeyHint[];
}

/** The keys of a page in one line; every action also has a visible control. */
export function KeyHints({ hints }: KeyHintsProps): ReactNode {
  return (
    <p className="hint wrap">
      {hints.map(({ keys, does }) => (
        <span key={does}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {does}
        </span>
      ))}
    </p>
  );
}
