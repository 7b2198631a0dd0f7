import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { BatchList, BatchPage } from '../../features/group-placement';
import { useViewer } from '../../lib/session/viewer-context';

/** The batches, and one of them in full. */
export function GroupPlacementPage(): ReactNode {
  const { id } = useParams();
  const isInCharge = useViewer().role === 'SUPERVISOR';
  return id === undefined ? <BatchList canOpen={isInCharge} /> : <BatchPage key={id} batchId={id} />;
}
