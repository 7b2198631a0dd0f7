import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '../../../components/logo';
import { PasswordForm } from './password-form';

/** After a one-time code: a password of one's own comes before everything else. */
export function ChoosePassword(): ReactNode {
  const { t } = useTranslation('account');
  return (
    <main className="si-r">
      <title>{t('first.title')}</title>
      <section className="card si-card" aria-labelledby="choose-password">
        <span className="brand">
          <Logo />
          {t('common:product')}
        </span>
        <h1 className="si-h" id="choose-password" style={{ marginTop: 14 }}>
          {t('first.title')}
        </h1>
        <p className="s13 mut" style={{ margin: '4px 0 14px' }}>
          {t('first.text')}
        </p>
        <PasswordForm isFirst />
      </section>
    </main>
  );
}
