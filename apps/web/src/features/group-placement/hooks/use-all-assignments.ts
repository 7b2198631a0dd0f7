import { useEffect, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import {
  BatchAssignmentsDocument,
  type BatchAssignmentFilter,
  type BatchAssignmentsQuery,
  type BatchAssignmentsQueryVariables,
} from '@contract/gql';
import type { Assignment } from '../rules/lanes';

type Page = NonNullable<BatchAssignmentsQuery['placementBatch']>['assignments'];

/** The rows of a batch, page after page; the first is on screen while the others are still read. */
export interface AllAssignments {
  readonly rows: readonly Assignment[];
  readonly total: number;
  readonly isLoading: boolean;
  readonly error: CombinedError | undefined;
  readonly retry: () => void;
}

interface Pages {
  readonly byCursor: ReadonlyMap<string, Page>;
  readonly error: CombinedError | undefined;
}

const NOTHING: Pages = { byCursor: new Map(), error: undefined };
const FIRST = '';

/** The pages in their order, as far as they hang together. */
function chainOf(byCursor: ReadonlyMap<string, Page>): {
  readonly pages: readonly Page[];
  readonly next: string | null;
} {
  const pages: Page[] = [];
  let cursor: string | null = FIRST;
  while (cursor !== null) {
    const page = byCursor.get(cursor);
    if (page === undefined) return { pages, next: cursor };
    pages.push(page);
    cursor = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  }
  return { pages, next: null };
}

/** Reads every page of a batch's rows and keeps them up to date: what is on screen is read anew when it changes. */
export function useAllAssignments(batchId: string, filter: BatchAssignmentFilter | null): AllAssignments {
  const client = useClient();
  const [state, setState] = useState<Pages>(NOTHING);
  const [attempt, setAttempt] = useState(0);
  const wanted = JSON.stringify(filter);
  const { pages, next } = chainOf(state.byCursor);
  const cursors = [...pages.keys()].map((index) =>
    index === 0 ? FIRST : (pages[index - 1]?.pageInfo.endCursor ?? FIRST),
  );
  const asked = JSON.stringify(next === null || state.error !== undefined ? cursors : [...cursors, next]);
  useEffect(() => setState(NOTHING), [batchId, wanted, attempt]);
  useEffect(() => {
    const subscriptions = (JSON.parse(asked) as readonly string[]).map((cursor) => {
      const variables: BatchAssignmentsQueryVariables = {
        id: batchId,
        after: cursor === FIRST ? null : cursor,
        filter: JSON.parse(wanted) as BatchAssignmentFilter | null,
      };
      return client.query(BatchAssignmentsDocument, variables).subscribe(({ data, error }) =>
        setState(({ byCursor }) => {
          const page = data?.placementBatch?.assignments;
          return { byCursor: page === undefined ? byCursor : new Map(byCursor).set(cursor, page), error };
        }),
      );
    });
    return () => subscriptions.forEach((subscription) => subscription.unsubscribe());
  }, [client, batchId, wanted, asked, attempt]);
  return {
    rows: pages.flatMap(({ edges }) => edges.map(({ node }) => node)),
    total: pages[0]?.totalCount ?? 0,
    isLoading: pages.length === 0 && state.error === undefined,
    error: pages.length === 0 ? state.error : undefined,
    retry: () => setAttempt((count) => count + 1),
  };
}
