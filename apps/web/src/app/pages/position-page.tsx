import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { PositionPeople } from '../../features/matching';

/** One position, and whom of one's clients it suits. */
export function PositionPage(): ReactNode {
  const { id = '' } = useParams();
  return <PositionPeople key={id} positionId={id} canPropose />;
}
