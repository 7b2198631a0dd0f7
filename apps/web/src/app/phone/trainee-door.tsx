import Calendar from '@ant-design/icons-svg/es/asn/CalendarOutlined';
import Solution from '@ant-design/icons-svg/es/asn/SolutionOutlined';
import User from '@ant-design/icons-svg/es/asn/UserOutlined';
import Wallet from '@ant-design/icons-svg/es/asn/WalletOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Navigate, Route, Routes } from 'react-router';
import { Icon } from '../../components/icon';
import { NotHere } from '../../components/states/error-state';
import { MyAid } from '../../features/aid';
import { AccountBoard } from '../../features/account';
import { MyOpenings, MyTransfers } from '../../features/caseloads';
import { MyComplaints } from '../../features/complaints';
import { MyContact } from '../../features/contact';
import { MyMentor } from '../../features/mentors';
import { FollowUpWaiting, MyFollowUps } from '../../features/my-follow-up';
import { MyLessons } from '../../features/my-lessons';
import { MyPay } from '../../features/my-pay';
import { DecisionsWaiting, MyConsents, MyWork } from '../../features/my-work';
import { OwnData } from '../../features/own-data';
import { OwnPhone, PinGate } from '../../features/phone';
import { LanguageSwitch, useSignOut } from '../../features/session';
import { useViewer } from '../../lib/session/viewer-context';
import '../../styles/phone.css';

/** Address, name and picture of each tab. */
const TABS = [
  ['/lessons', 'lessons', Calendar],
  ['/work', 'work', Solution],
  ['/pay', 'pay', Wallet],
  ['/mine', 'me', User],
] as const;

/** The trainee's door: a phone's width, large type, few words. */
export function TraineeDoor(): ReactNode {
  const { t } = useTranslation(['myWork', 'trainee']);
  const viewer = useViewer();
  const signOut = useSignOut();
  const isLocked = viewer.ownPhone?.isLocked === true;
  const gated = (page: ReactNode): ReactNode => (isLocked ? <PinGate /> : page);
  return (
    <div className="phone">
      <header className="phbar">
        <span>{isLocked ? viewer.productName : t('hello', { name: viewer.displayName })}</span>
        <span className="sp" />
        <LanguageSwitch />
        <button type="button" className="link" onClick={() => void signOut()}>
          {t('common:signOut')}
        </button>
      </header>
      <main className="phbody">
        <Routes>
          <Route index element={<Navigate replace to="/lessons" />} />
          <Route path="/lessons" element={<FirstScreen />} />
          <Route path="/pay" element={gated(<MyPay />)} />
          <Route path="/work" element={gated(<WorkPage />)} />
          <Route path="/mine" element={gated(<OwnPage />)} />
          <Route path="/messages" element={gated(<MyContact />)} />
          <Route path="/complaints" element={gated(<MyComplaints />)} />
          <Route path="/own-data" element={gated(<OwnData />)} />
          <Route path="/account" element={gated(<AccountPage />)} />
          <Route path="*" element={<NotHere />} />
        </Routes>
      </main>
      <nav className="phtab" aria-label={t('common:mainNavigation')}>
        {TABS.map(([path, name, icon]) => (
          <NavLink key={path} to={path}>
            <Icon of={icon} />
            {t(`trainee:tab.${name}`)}
          </NavLink>
        ))}
      </nav>
    </div>
  );
}

/** Lessons come first; what waits for her word is said above them. */
function FirstScreen(): ReactNode {
  const isLocked = useViewer().ownPhone?.isLocked === true;
  return (
    <>
      {isLocked ? null : (
        <>
          <FollowUpWaiting />
          <DecisionsWaiting />
        </>
      )}
      <MyLessons />
    </>
  );
}

/** How work goes is asked above, her work and what is proposed stands below. */
function WorkPage(): ReactNode {
  return (
    <>
      <MyFollowUps />
      <MyWork />
    </>
  );
}

/** Her account, and the phone in her hand. */
function AccountPage(): ReactNode {
  return (
    <>
      <AccountBoard />
      <OwnPhone />
    </>
  );
}

/** What she agreed to, and the way to her account. */
function OwnPage(): ReactNode {
  const { t } = useTranslation(['account', 'complaints', 'contact', 'ownData']);
  return (
    <>
      <MyMentor />
      <MyConsents />
      <MyAid />
      <MyOpenings />
      <MyTransfers />
      <div className="card">
        <Link className="tap" to="/messages">
          {t('contact:open')}
        </Link>
        <Link className="tap" to="/own-data">
          {t('ownData:open')}
        </Link>
        <Link className="tap" to="/complaints">
          {t('complaints:open')}
        </Link>
        <Link className="tap" to="/account">
          {t('open')}
        </Link>
      </div>
    </>
  );
}
