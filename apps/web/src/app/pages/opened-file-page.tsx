import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { OpenedAid } from '../../features/aid';
import { OpenedFile, OpenFileBoard } from '../../features/caseloads';
import { useViewer } from '../../lib/session/viewer-context';

/** Looking for one client of a colleague. */
export function OpenFilePage(): ReactNode {
  return <OpenFileBoard isTeam={useViewer().role === 'SUPERVISOR'} />;
}

/** The file that was opened. */
export function OpenedFilePage(): ReactNode {
  const { id = '' } = useParams();
  return <OpenedFile openingId={id} aid={(requests) => <OpenedAid requests={requests} />} />;
}
