import { Suspense, type ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import { CrashGuard } from './crash-guard';
import { SessionGate } from './session-gate';

/** The whole application: one address line, one session. */
export function App(): ReactNode {
  return (
    <CrashGuard>
      <BrowserRouter>
        <Suspense fallback={null}>
          <SessionGate />
        </Suspense>
      </BrowserRouter>
    </CrashGuard>
  );
}
