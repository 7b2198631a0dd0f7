import { App as AntApp, ConfigProvider } from 'antd';
import enGB from 'antd/es/locale/en_GB';
import zhCN from 'antd/es/locale/zh_CN';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '@contract/gql';
import { Skeleton } from '../../components/states/skeleton';
import '../../styles/desk.css';
import '../../styles/frame.css';
import '../../styles/pay-run.css';
import '../../styles/placement-board.css';
import '../../styles/table.css';
import { DeskRoutes } from './desk-routes';
import { Rail } from './rail';
import { theme } from './theme';
import { TopBar } from './top-bar';

interface DeskDoorProps {
  readonly role: Role;
}

/** The page's policy lets only styles with this mark in. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;

/** Desks of staff and enterprises: top bar, rail, page. */
export function DeskDoor({ role }: DeskDoorProps): ReactNode {
  const { i18n, t } = useTranslation('common');
  return (
    <ConfigProvider
      theme={theme}
      locale={i18n.language === 'en' ? enGB : zhCN}
      csp={nonce === undefined ? {} : { nonce }}
      // A space between two signs would be read aloud, and looked for in vain.
      button={{ autoInsertSpace: false }}
    >
      <AntApp component={false}>
        <div className="app">
          <a className="skip" href="#page">
            {t('skip')}
          </a>
          <TopBar />
          <Rail role={role} />
          <main className="main" id="page" tabIndex={-1}>
            <Suspense fallback={<Skeleton rows={6} />}>
              <DeskRoutes role={role} />
            </Suspense>
          </main>
        </div>
      </AntApp>
    </ConfigProvider>
  );
}
