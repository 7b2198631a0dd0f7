import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { Provider } from 'urql';
import { ViewerDocument } from '@contract/gql';
import { ErrorState } from '../components/states/error-state';
import { ChoosePassword, SetUpSecondStep } from '../features/account';
import { FirstChoice, PinAgain } from '../features/phone';
import { ProofLayer, SignInLayer } from '../features/session';
import { ChooseByLink } from '../features/sign-in-help';
import { connect, type GraphQLConnection } from '../lib/graphql/client';
import { useRead } from '../lib/graphql/use-read';
import { useLiveUpdates } from '../lib/live/use-live-updates';
import { interruptions } from '../lib/session/interruptions';
import { ViewerContext, type Viewer } from '../lib/session/viewer-context';
import { Door } from './door';
import { SignInDoor } from './sign-in-door';

/** Opens a connection per sign-in; what one person has read is never shown to the next. */
export function SessionGate(): ReactNode {
  const [generation, setGeneration] = useState(0);
  const connection = useMemo(connect, [generation]);
  const signedIn = useCallback(() => setGeneration((last) => last + 1), []);
  return (
    <Provider value={connection.client} key={generation}>
      <Gate connection={connection} onSignedIn={signedIn} />
    </Provider>
  );
}

interface GateProps {
  readonly connection: GraphQLConnection;
  readonly onSignedIn: () => void;
}

function Gate({ connection, onSignedIn }: GateProps): ReactNode {
  const read = useRead(ViewerDocument, {});
  const location = useLocation();
  const [known, setKnown] = useState<Viewer | null>(null);
  const now = read.data?.viewer ?? null;
  if (now !== null && known !== null && !isSamePerson(now, known)) return <FreshPage />;
  if (now !== null && now !== known) setKnown(now);
  if (location.pathname === '/choose-password') return <ChooseByLink />;
  if (known !== null) {
    return <SignedIn viewer={known} connection={connection} isOver={read.data !== undefined && now === null} />;
  }
  if (read.error !== undefined) return <ErrorState onRetry={read.retry} />;
  if (read.data === undefined) return null;
  if (location.pathname === '/sign-in') return <SignInDoor onSignedIn={onSignedIn} />;
  const back = location.pathname + location.search;
  return <Navigate replace to={back === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(back)}`} />;
}

const isSamePerson = (one: Viewer, other: Viewer): boolean =>
  one.accountId === other.accountId && one.role === other.role;

/** Somebody else signed in, here or in another window: what the first one typed and read is no business of hers. */
function FreshPage(): ReactNode {
  useEffect(() => window.location.assign('/'), []);
  return null;
}

interface SignedInProps {
  readonly viewer: Viewer;
  readonly connection: GraphQLConnection;
  /** The server knows nobody any more. */
  readonly isOver: boolean;
}

/** What comes before everything else: what she signs in with from now on, and where one is demanded, a second step. */
function FirstThings({ viewer }: { readonly viewer: Viewer }): ReactNode {
  const { mustChoosePassword, mustSetUpSecondStep, role } = viewer;
  const [isSettingUp, setIsSettingUp] = useState(false);
  if (mustSetUpSecondStep && !isSettingUp) setIsSettingUp(true);
  if (viewer.ownPhone?.isFirst === true) return <FirstChoice />;
  if (mustChoosePassword) return <ChoosePassword />;
  // It stays until she says so: recovery codes are shown once.
  if (isSettingUp) return <SetUpSecondStep isDone={!mustSetUpSecondStep} onGoOn={() => setIsSettingUp(false)} />;
  return <Door role={role} />;
}

/** The page stays mounted under what asks for a sign-in or a proof, so nothing typed is lost, and what waited goes on. */
function SignedIn({ viewer, connection, isOver }: SignedInProps): ReactNode {
  const interruption = useSyncExternalStore(interruptions.subscribe, interruptions.current);
  const [signIns, setSignIns] = useState(0);
  const isSignedOut = isOver || interruption === 'signed-out';
  useLiveUpdates(connection.refresh, isSignedOut ? null : signIns);
  const resume = (): void => {
    setSignIns((last) => last + 1);
    interruptions.end('signed-out', true);
    interruptions.end('proof', true); // signing in is a proof
    connection.refresh.soon();
  };
  const resumeAs = (accountId: string): void => {
    if (accountId === viewer.accountId) resume();
    else window.location.assign('/');
  };
  const hasPin = viewer.ownPhone?.hasPin === true;
  return (
    <ViewerContext value={viewer}>
      <div inert={isSignedOut} className="contents">
        <FirstThings viewer={viewer} />
      </div>
      {interruption === 'proof' && !isOver ? (
        <ProofLayer
          onProved={() => interruptions.end('proof', true)}
          onLeave={() => interruptions.end('proof', false)}
          form={hasPin ? <PinAgain onSignedIn={() => interruptions.end('proof', true)} /> : undefined}
        />
      ) : null}
      {isSignedOut ? (
        <SignInLayer
          accountId={viewer.accountId}
          onSignedIn={resume}
          form={hasPin ? <PinAgain onSignedIn={resumeAs} /> : undefined}
        />
      ) : null}
    </ViewerContext>
  );
}
