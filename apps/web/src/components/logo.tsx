import type { ReactNode } from 'react';

/** 并肩: two equal bars and what joins them. */
export function Logo(): ReactNode {
  return (
    <svg viewBox="0 0 28 28" width="26" height="26" aria-hidden="true">
      <rect width="28" height="28" rx="7" fill="#155e78" />
      <rect x="6" y="7" width="16" height="3.6" rx="1.2" fill="#fff" />
      <rect x="6" y="17.4" width="16" height="3.6" rx="1.2" fill="#fff" />
      <rect x="12.6" y="10.6" width="2.8" height="6.8" fill="#9cc5d2" />
    </svg>
  );
}
