import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useNavigate, useParams } from 'react-router';
import { ClientHeadDocument } from '@contract/gql';
import { NotHere } from '../../components/states/error-state';
import { Loaded } from '../../components/states/loaded';
import { ClientAid } from '../../features/aid';
import { ClientHead, ClientOverview } from '../../features/clients';
import { ClientContactCard } from '../../features/contact';
import { ClientConsents } from '../../features/consents';
import { CorrectionRequests, ErasureRequests } from '../../features/data-requests';
import { MatchBoard } from '../../features/matching';
import { ClientFindings } from '../../features/pay-equity';
import { ClientMentor } from '../../features/mentors';
import { ClientPlacements } from '../../features/placements';
import { ClientReferrals } from '../../features/referrals';
import { useRead } from '../../lib/graphql/use-read';
import { useKeys } from '../../lib/keys/use-keys';
import { useViewer } from '../../lib/session/viewer-context';

const TABS = ['overview', 'matches', 'referrals', 'placement', 'aid', 'consent'] as const;
type Tab = (typeof TABS)[number];

const isTab = (value: string): value is Tab => TABS.some((tab) => tab === value);

/** One client: who she is at the top, one subject per tab. */
export function ClientPage(): ReactNode {
  const { id = '', tab = 'overview' } = useParams();
  const read = useRead(ClientHeadDocument, { id });
  const canAct = useViewer().role === 'CASEWORKER';
  if (!isTab(tab)) return <NotHere />;
  return (
    <Loaded of={read}>
      {({ client }) =>
        client === null ? (
          <NotHere />
        ) : (
          <>
            <title>{client.fileNumber}</title>
            <div>
              <ClientHead client={client} actions={canAct ? <FirstSignInLink id={id} /> : null} />
              <ClientTabs id={id} tab={tab} />
            </div>
            <TabPage key={id} id={id} tab={tab} />
          </>
        )
      }
    </Loaded>
  );
}

/** The way to her first sign-in, or to a new code when she lost her phone. */
function FirstSignInLink({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('clients');
  return (
    <Link className="btn" to={`/clients/${id}/first-sign-in`}>
      {t('firstSignIn')}
    </Link>
  );
}

interface TabProps {
  readonly id: string;
  readonly tab: Tab;
}

const pathOf = (id: string, tab: Tab): string => `/clients/${id}/${tab}`;

function ClientTabs({ id, tab }: TabProps): ReactNode {
  const { t } = useTranslation('clients');
  const navigate = useNavigate();
  const move = (step: number): void => {
    const next = TABS[TABS.indexOf(tab) + step];
    if (next !== undefined) void navigate(pathOf(id, next));
  };
  useKeys({ '[': () => move(-1), ']': () => move(1) });
  return (
    <nav className="tabs" aria-label={t('tabs')}>
      {TABS.map((name) => (
        <NavLink key={name} to={pathOf(id, name)} aria-current={name === tab ? 'page' : undefined}>
          {t(`tab.${name}`)}
        </NavLink>
      ))}
    </nav>
  );
}

function TabPage({ id, tab }: TabProps): ReactNode {
  const canAct = useViewer().role === 'CASEWORKER';
  switch (tab) {
    case 'overview':
      return (
        <>
          <ClientOverview clientId={id} canChange={canAct} />
          <ClientContactCard clientId={id} canChange={canAct} />
        </>
      );
    case 'matches':
      return <MatchBoard clientId={id} canPropose={canAct} />;
    case 'referrals':
      return <ClientReferrals clientId={id} canAct={canAct} />;
    case 'placement':
      return (
        <>
          <ClientPlacements clientId={id} canAct={canAct} />
          <ClientFindings clientId={id} />
        </>
      );
    case 'aid':
      return (
        <>
          <ClientAid clientId={id} canAct={canAct} />
          <ClientMentor clientId={id} canAct={canAct} />
        </>
      );
    case 'consent':
      return (
        <>
          <CorrectionRequests clientId={id} isHiddenWhenEmpty />
          <ErasureRequests clientId={id} isHiddenWhenEmpty />
          <ClientConsents clientId={id} canAct={canAct} />
        </>
      );
  }
}
