import { useCallback, useState } from 'react';

export interface Cursor {
  readonly index: number;
  readonly down: () => void;
  readonly up: () => void;
  readonly to: (index: number) => void;
}

/** The current row of a list of so many rows; it stays inside when rows go. */
export function useCursor(length: number): Cursor {
  const [wanted, setWanted] = useState(0);
  const last = Math.max(0, length - 1);
  const index = Math.min(wanted, last);
  const down = useCallback(() => setWanted(Math.min(last, index + 1)), [last, index]);
  const up = useCallback(() => setWanted(Math.max(0, index - 1)), [index]);
  return { index, down, up, to: setWanted };
}
