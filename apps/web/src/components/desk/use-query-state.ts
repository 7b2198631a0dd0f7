import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'react-router';

/** A filter that lives in the address, so that it survives *back*; empty means not set. */
export function useQueryState(name: string): readonly [string, (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation() as { readonly state: unknown };
  const set = useCallback(
    (value: string) =>
      setParams(
        (last) => {
          const next = new URLSearchParams(last);
          if (value === '') next.delete(name);
          else next.set(name, value);
          next.delete('after');
          return next;
        },
        { state },
      ),
    [name, setParams, state],
  );
  return [params.get(name) ?? '', set];
}
