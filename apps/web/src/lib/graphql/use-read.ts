import { useCallback } from 'react';
import { useQuery, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';
import { IN_BACKGROUND } from './background';

/** What a screen knows about something it reads. */
export interface Read<Data> {
  readonly data: Data | undefined;
  readonly error: CombinedError | undefined;
  readonly isLoading: boolean;
  readonly isStale: boolean;
  readonly retry: () => void;
  /** Reads it anew without anybody having asked: it keeps no session alive. */
  readonly lookAgain: () => void;
}

interface ReadOptions {
  readonly pause?: boolean;
}

/** Reads a document and keeps what was read on screen while it is read again. */
export function useRead<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { pause = false }: ReadOptions = {},
): Read<Data> {
  const [result, reexecute] = useQuery<Data>({
    query: query as TypedDocumentNode<Data>,
    variables: variables ?? {},
    pause,
  });
  const retry = useCallback(() => reexecute({ requestPolicy: 'network-only' }), [reexecute]);
  const lookAgain = useCallback(
    () => reexecute({ requestPolicy: 'network-only', fetchOptions: IN_BACKGROUND }),
    [reexecute],
  );
  // An answer that failed as a whole holds null, which its type does not say.
  const data = (result.data as Data | null | undefined) ?? undefined;
  return {
    data,
    error: result.error,
    isLoading: data === undefined && result.error === undefined && !pause,
    isStale: result.stale,
    retry,
    lookAgain,
  };
}
