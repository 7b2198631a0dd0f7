import { useCallback, useState } from 'react';

interface Scrollable {
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined;
  readonly role?: 'region';
  readonly tabIndex?: 0;
  readonly 'aria-label'?: string;
}

/** Makes what has to be scrolled sideways reachable by keys; what fits stays no stop on the way. */
export function useScrollable(name: string): Scrollable {
  const [isScrollable, setIsScrollable] = useState(false);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setIsScrollable(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return isScrollable ? { ref, role: 'region', tabIndex: 0, 'aria-label': name } : { ref };
}
