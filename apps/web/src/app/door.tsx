import { lazy, Suspense, type ReactNode } from 'react';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import type { Role } from '@contract/gql';

const TraineeDoor = lazy(() => import('./phone/trainee-door').then((module) => ({ default: module.TraineeDoor })));
const DeskDoor = lazy(() => import('./desk/desk-door').then((module) => ({ default: module.DeskDoor })));

interface DoorProps {
  readonly role: Role;
}

/** Phones for trainees, desks for everybody else; neither loads the other's code. */
export function Door({ role }: DoorProps): ReactNode {
  const location = useLocation();
  const [params] = useSearchParams();
  if (location.pathname === '/sign-in') return <Navigate replace to={safePath(params.get('return'))} />;
  return <Suspense fallback={null}>{role === 'CLIENT' ? <TraineeDoor /> : <DeskDoor role={role} />}</Suspense>;
}

/** Only paths of our own: an address from elsewhere would lead people away after they signed in. */
function safePath(path: string | null): string {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : '/';
}
