import { useEffect } from 'react';
import type { Refresh } from '../graphql/refresh';

/**
 * Reads the screen anew when the server says that something on it changed. The browser reconnects by itself, but not
 * after an answer that nobody is signed in: each sign-in listens anew; null = nobody is signed in.
 */
export function useLiveUpdates(refresh: Refresh, signIns: number | null): void {
  useEffect(() => {
    if (signIns === null) return undefined;
    const stream = new EventSource('/live', { withCredentials: true });
    stream.onmessage = () => refresh.soon();
    return () => stream.close();
  }, [refresh, signIns]);
}
