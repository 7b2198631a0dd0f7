import { createContext, useContext } from 'react';
import type { ViewerQuery } from '@contract/gql';

/** Who is signed in, and where. */
export type Viewer = NonNullable<ViewerQuery['viewer']>;

export const ViewerContext = createContext<Viewer | null>(null);

/** The signed-in person; only below the session gate. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (viewer === null) throw new Error('useViewer is called outside the session gate.');
  return viewer;
}
