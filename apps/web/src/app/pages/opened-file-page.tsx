import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { OpenedFile, OpenFileBoard } from '../../features/caseloads';

/** Looking for one client of a colleague. */
export function OpenFilePage(): ReactNode {
  return <OpenFileBoard />;
}

/** The file that was opened. */
export function OpenedFilePage(): ReactNode {
  const { id = '' } = useParams();
  return <OpenedFile openingId={id} />;
}
