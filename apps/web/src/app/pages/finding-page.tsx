import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { FindingView } from '../../features/pay-equity';

/** One pay finding. */
export function FindingPage(): ReactNode {
  const { id = '' } = useParams();
  return <FindingView id={id} />;
}
