import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInForm } from './sign-in-form';

interface SignInLayerProps {
  readonly accountId: string;
  readonly onSignedIn: () => void;
}

/** Over the page of a session that ended: the same person goes on where she was; another one starts anew. */
export function SignInLayer({ accountId, onSignedIn }: SignInLayerProps): ReactNode {
  const { t } = useTranslation('signIn');
  const resume = (signedInAs: string): void => {
    if (signedInAs === accountId) onSignedIn();
    else window.location.assign('/');
  };
  return (
    <div className="sign-layer">
      <div className="card si-card" role="dialog" aria-modal="true" aria-label={t('over.title')}>
        <h2 className="si-h">{t('over.title')}</h2>
        <p className="s13 mut" style={{ margin: '4px 0 14px' }}>
          {t('over.text')}
        </p>
        <SignInForm onSignedIn={resume} />
      </div>
    </div>
  );
}
