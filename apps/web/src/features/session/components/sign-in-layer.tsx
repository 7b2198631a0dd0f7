import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OverPage } from './over-page';
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
    <OverPage title={t('over.title')} text={t('over.text')}>
      <SignInForm onSignedIn={resume} />
    </OverPage>
  );
}
