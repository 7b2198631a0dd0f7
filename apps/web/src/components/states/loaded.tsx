import type { ReactNode } from 'react';
import { isNotHere } from '../../lib/graphql/client';
import type { Read } from '../../lib/graphql/use-read';
import { ErrorState, NotHere } from './error-state';
import { Skeleton } from './skeleton';

interface LoadedProps<Data> {
  readonly of: Read<Data>;
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}

/** Shows what was read; before that a skeleton, and where nothing came a way to try again. */
export function Loaded<Data>({ of, rows, children }: LoadedProps<Data>): ReactNode {
  if (of.data !== undefined)
    return <div className={of.isStale ? 'stale contents' : 'contents'}>{children(of.data)}</div>;
  if (of.error !== undefined) return isNotHere(of.error) ? <NotHere /> : <ErrorState onRetry={of.retry} />;
  return <Skeleton {...(rows === undefined ? {} : { rows })} />;
}
