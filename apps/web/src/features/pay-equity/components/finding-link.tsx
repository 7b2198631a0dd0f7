import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useViewer } from '../../../lib/session/viewer-context';

interface FindingLinkProps {
  readonly id: string;
  readonly children: ReactNode;
}

/** The way to a finding's page, under the reader's own entry of the rail. */
export function FindingLink({ id, children }: FindingLinkProps): ReactNode {
  const base = useViewer().role === 'SUPERVISOR' ? '/equal-pay' : '/pay-findings';
  return <Link to={`${base}/${id}`}>{children}</Link>;
}
