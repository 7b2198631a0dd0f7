import type { ReactNode } from 'react';
import { SecondPersonNote } from '../../features/second-person';
import { SystemBoard } from '../../features/system';

/** How the system stands, and what an administrator has to do about it. */
export function SystemPage(): ReactNode {
  return (
    <>
      <SecondPersonNote />
      <SystemBoard />
    </>
  );
}
