import { Component, type ReactNode } from 'react';
import i18next from 'i18next';
import { EmptyState } from '../components/states/empty-state';

interface CrashGuardProps {
  readonly children: ReactNode;
}

interface CrashGuardState {
  readonly hasCrashed: boolean;
}

/** The last resort: a page that failed to draw offers to be opened again. */
export class CrashGuard extends Component<CrashGuardProps, CrashGuardState> {
  override state: CrashGuardState = { hasCrashed: false };

  static getDerivedStateFromError(): CrashGuardState {
    return { hasCrashed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <main role="alert">
        <EmptyState title={i18next.t('common:crash.title')} text={i18next.t('common:crash.text')}>
          <button type="button" className="btn pri" onClick={() => window.location.reload()}>
            {i18next.t('common:crash.reload')}
          </button>
        </EmptyState>
      </main>
    );
  }
}
