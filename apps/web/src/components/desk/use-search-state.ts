import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router';

const searchOf = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'search' in state && typeof state.search === 'string'
    ? state.search
    : '';

/**
 * What a list is searched for. It lives beside the address, not in it: a name in an address would reach logs and the
 * browser's list of pages. It survives *back* and a reload.
 */
export function useSearchState(): readonly [string, (value: string) => void] {
  const { state, search: query } = useLocation() as { readonly state: unknown; readonly search: string };
  const navigate = useNavigate();
  const set = useCallback(
    (value: string) => {
      const params = new URLSearchParams(query);
      params.delete('after');
      void navigate({ search: params.toString() }, { state: { search: value } });
    },
    [navigate, query],
  );
  return [searchOf(state), set];
}
