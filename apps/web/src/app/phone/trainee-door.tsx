import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Navigate, Route, Routes } from 'react-router';
import { NotHere } from '../../components/states/error-state';
import { MyConsents, MyWork } from '../../features/my-work';
import { LanguageSwitch, useSignOut } from '../../features/session';
import { useViewer } from '../../lib/session/viewer-context';
import '../../styles/phone.css';

/** The trainee's door: a phone's width, large type, few words. */
export function TraineeDoor(): ReactNode {
  const { t } = useTranslation('myWork');
  const viewer = useViewer();
  const signOut = useSignOut();
  return (
    <div className="phone">
      <header className="phbar">
        <span>{t('hello', { name: viewer.displayName })}</span>
        <span className="sp" />
        <LanguageSwitch />
        <button type="button" className="link" onClick={() => void signOut()}>
          {t('common:signOut')}
        </button>
      </header>
      <main className="phbody">
        <Routes>
          <Route index element={<Navigate replace to="/work" />} />
          <Route path="/work" element={<MyWork />} />
          <Route path="/mine" element={<MyConsents />} />
          <Route path="*" element={<NotHere />} />
        </Routes>
      </main>
      <nav className="phtab" style={{ gridTemplateColumns: '1fr 1fr' }} aria-label={t('common:mainNavigation')}>
        <NavLink to="/work">{t('work')}</NavLink>
        <NavLink to="/mine">{t('mine')}</NavLink>
      </nav>
    </div>
  );
}
