import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Logo } from '../../components/logo';
import { LanguageSwitch, useSignOut } from '../../features/session';
import { useViewer } from '../../lib/session/viewer-context';

/** Where one is, who one is, the other language and the way out. */
export function TopBar(): ReactNode {
  const { t } = useTranslation(['common', 'account']);
  const viewer = useViewer();
  const signOut = useSignOut();
  return (
    <header className="top">
      <Link className="brand" to="/">
        <Logo />
        {t('product')}
      </Link>
      <span className="where">{viewer.organisationName}</span>
      <span className="sp" />
      <LanguageSwitch />
      <Link className="who" to="/account" title={t('account:open')}>
        <span className="ava" aria-hidden="true">
          {viewer.displayName.slice(0, 1)}
        </span>
        {viewer.displayName}
        <span className="dim role">{t(`role.${viewer.role}`)}</span>
      </Link>
      <button type="button" className="link s13" onClick={() => void signOut()}>
        {t('signOut')}
      </button>
    </header>
  );
}
