import { useEffect } from 'react';
import type { Refresh } from '../graphql/refresh';

/** Reads the screen anew when the server says that something on it changed; the browser reconnects by itself. */
export function useLiveUpdates(refresh: Refresh): void {
  useEffect(() => {
    const stream = new EventSource('/live', { withCredentials: true });
    stream.onmessage = () => refresh.soon();
    return () => stream.close();
  }, [refresh]);
}
