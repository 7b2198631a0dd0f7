import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { Provider } from 'urql';
import { ViewerDocument } from '@contract/gql';
import { ErrorState } from '../components/states/error-state';
import { ChoosePassword } from '../features/account';
import { SignInLayer, SignInPage } from '../features/session';
import { connect, type GraphQLConnection } from '../lib/graphql/client';
import { useRead } from '../lib/graphql/use-read';
import { useLiveUpdates } from '../lib/live/use-live-updates';
import { ViewerContext, type Viewer } from '../lib/session/viewer-context';
import { Door } from './door';

/** Opens a connection per sign-in; what one person has read is never shown to the next. */
export function SessionGate(): ReactNode {
  const [generation, setGeneration] = useState(0);
  const [isOver, setIsOver] = useState(false);
  const connection = useMemo(() => connect(() => setIsOver(true)), [generation]);
  const signedIn = useCallback(() => setGeneration((last) => last + 1), []);
  const resume = useCallback(() => {
    setIsOver(false);
    connection.refresh.soon();
  }, [connection]);
  return (
    <Provider value={connection.client} key={generation}>
      <Gate connection={connection} isOver={isOver} onSignedIn={signedIn} onResume={resume} />
    </Provider>
  );
}

interface GateProps {
  readonly connection: GraphQLConnection;
  readonly isOver: boolean;
  readonly onSignedIn: () => void;
  readonly onResume: () => void;
}

function Gate({ connection, isOver, onSignedIn, onResume }: GateProps): ReactNode {
  const read = useRead(ViewerDocument, {});
  const location = useLocation();
  const [known, setKnown] = useState<Viewer | null>(null);
  const now = read.data?.viewer ?? null;
  if (now !== null && now !== known) setKnown(now);
  if (known !== null) {
    return <SignedIn viewer={known} connection={connection} isOver={isOver || now === null} onResume={onResume} />;
  }
  if (read.error !== undefined) return <ErrorState onRetry={read.retry} />;
  if (read.data === undefined) return null;
  if (location.pathname === '/sign-in') return <SignInPage onSignedIn={onSignedIn} />;
  const back = location.pathname + location.search;
  return <Navigate replace to={back === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(back)}`} />;
}

interface SignedInProps {
  readonly viewer: Viewer;
  readonly connection: GraphQLConnection;
  readonly isOver: boolean;
  readonly onResume: () => void;
}

/** The page stays mounted under the sign-in layer, so nothing typed is lost when a session ends. */
function SignedIn({ viewer, connection, isOver, onResume }: SignedInProps): ReactNode {
  useLiveUpdates(connection.refresh);
  return (
    <ViewerContext value={viewer}>
      <div inert={isOver} className="contents">
        {viewer.mustChoosePassword ? <ChoosePassword /> : <Door role={viewer.role} />}
      </div>
      {isOver ? <SignInLayer accountId={viewer.accountId} onSignedIn={onResume} /> : null}
    </ViewerContext>
  );
}
