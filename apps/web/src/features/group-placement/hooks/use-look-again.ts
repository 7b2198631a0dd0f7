import { useEffect } from 'react';

const EVERY_MS = 1_000;

/** Looks again every second while something is under way: the channel that tells of changes may be cut off. */
export function useLookAgain(isUnderWay: boolean, lookAgain: () => void): void {
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const timer = setInterval(lookAgain, EVERY_MS);
    return () => clearInterval(timer);
  }, [isUnderWay, lookAgain]);
}
