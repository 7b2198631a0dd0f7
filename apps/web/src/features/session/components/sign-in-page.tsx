import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '../../../components/logo';
import { LanguageSwitch } from './language-switch';
import { SideBySide } from './side-by-side';
import { SignInForm } from './sign-in-form';

interface SignInPageProps {
  readonly onSignedIn: () => void;
  /** Another way in than login and password. */
  readonly form?: ReactNode;
  /** Below the form: the other ways in. */
  readonly children?: ReactNode;
}

/** The first page: what this place is for at the left, the form at the right. */
export function SignInPage({ onSignedIn, form, children }: SignInPageProps): ReactNode {
  const { t } = useTranslation('signIn');
  return (
    <main className="si">
      <title>{t('pageTitle')}</title>
      <div className="si-l">
        <span className="brand" style={{ fontSize: 20, width: 'auto' }}>
          <Logo />
          {t('common:product')}
        </span>
        <div className="stack story" style={{ gap: 16 }}>
          <p className="motto">{t('motto')}</p>
          <p className="mut lead">{t('lead')}</p>
          <SideBySide />
        </div>
        <p className="s12 mut foot">{t('office')}</p>
      </div>
      <div className="si-r">
        <section className="card si-card" aria-label={t('submit')}>
          <div className="row" style={{ marginBottom: 18 }}>
            <h1 className="si-h">{t('title')}</h1>
            <span className="sp" />
            <LanguageSwitch />
          </div>
          {form ?? <SignInForm onSignedIn={onSignedIn} />}
          {children}
        </section>
        <p className="s12 mut si-hint">{t('hint')}</p>
      </div>
    </main>
  );
}
