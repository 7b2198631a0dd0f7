import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OverPage } from './over-page';
import { SignInForm } from './sign-in-form';

interface SignInLayerProps {
  readonly accountId: string;
  readonly onSignedIn: () => void;
  /** Another way in than login and password. */
  readonly form?: ReactNode;
}

/** Over the page of a session that ended: the same person goes on where she was; another one starts anew. */
export function SignInLayer({ accountId, onSignedIn, form }: SignInLayerProps): ReactNode {
  const { t } = useTranslation('signIn');
  const resume = (signedInAs: string): void => {
    if (signedInAs === accountId) onSignedIn();
    else window.location.assign('/');
  };
  return (
    <OverPage title={t('over.title')} text={t('over.text')}>
      {form ?? <SignInForm onSignedIn={resume} />}
    </OverPage>
  );
}
