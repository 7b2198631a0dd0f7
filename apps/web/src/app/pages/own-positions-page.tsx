import type { ReactNode } from 'react';
import { PositionList } from '../../features/positions';

/** The enterprise's own positions. */
export function OwnPositionsPage(): ReactNode {
  return <PositionList isOwn />;
}
