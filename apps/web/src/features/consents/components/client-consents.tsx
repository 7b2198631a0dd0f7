import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientConsentsDocument, type ClientConsentFragment, type ClientConsentsQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { useQueryState } from '../../../components/desk/use-query-state';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { useRead } from '../../../lib/graphql/use-read';
import { ConsentForm } from './consent-form';
import { ConsentTable } from './consent-table';
import { DisclosureLog } from './disclosure-log';
import { OpenRequests } from './open-requests';
import { WithdrawalDrawer } from './withdrawal-drawer';

type Client = NonNullable<ClientConsentsQuery['client']>;

interface ClientConsentsProps {
  readonly clientId: string;
  readonly canAct: boolean;
}

/** To whom this client has opened what, for how long; what she is asked; and who looked. */
export function ClientConsents({ clientId, canAct }: ClientConsentsProps): ReactNode {
  const read = useRead(ClientConsentsDocument, { id: clientId });
  return (
    <Loaded of={read}>
      {({ client }) => (client === null ? null : <Board key={client.id} client={client} canAct={canAct} />)}
    </Loaded>
  );
}

type Open =
  | { readonly kind: 'none' }
  | { readonly kind: 'ask' | 'record'; readonly from: ClientConsentFragment | null }
  | { readonly kind: 'withdraw'; readonly grant: ClientConsentFragment };

const CLOSED: Open = { kind: 'none' };

function Board({ client, canAct }: { readonly client: Client; readonly canAct: boolean }): ReactNode {
  const { t } = useTranslation('consents');
  const [renewed, setRenewed] = useQueryState('renew');
  const [chosen, setOpen] = useState<Open>(CLOSED);
  const toRenew = client.consents.find(({ id }) => id === renewed) ?? null;
  const open: Open = chosen.kind === 'none' && toRenew !== null && canAct ? { kind: 'ask', from: toRenew } : chosen;
  const close = (): void => {
    setOpen(CLOSED);
    setRenewed('');
  };
  const live = client.consents.filter(({ status }) => status === 'ACTIVE');
  const past = client.consents.filter(({ status }) => status !== 'ACTIVE');
  const acts = canAct
    ? {
        onRenew: (from: ClientConsentFragment) => setOpen({ kind: 'ask', from }),
        onWithdraw: (grant: ClientConsentFragment) => setOpen({ kind: 'withdraw', grant }),
      }
    : null;
  return (
    <div className="stack" style={{ gap: 14 }}>
      <Card
        title={t('title')}
        count={t('copies', { count: live.length })}
        {...(canAct ? { more: <Starts onOpen={(kind) => setOpen({ kind, from: null })} /> } : {})}
      >
        {live.length === 0 ? (
          <EmptyState title={t('none')} text={t('noneText')} />
        ) : (
          <ConsentTable caption={t('title')} rows={live} acts={acts} />
        )}
        <p className="li mut s12">{t('hint')}</p>
      </Card>
      <OpenRequests rows={client.consentRequests} />
      {past.length === 0 ? null : (
        <Card title={t('past')} count={t('copies', { count: past.length })}>
          <ConsentTable caption={t('past')} rows={past} acts={null} />
        </Card>
      )}
      <DisclosureLog rows={client.disclosures} />
      {open.kind === 'ask' || open.kind === 'record' ? (
        <ConsentForm kind={open.kind} clientId={client.id} from={open.from} onClose={close} />
      ) : null}
      {open.kind === 'withdraw' ? <WithdrawalDrawer grant={open.grant} onClose={close} /> : null}
    </div>
  );
}

function Starts({ onOpen }: { readonly onOpen: (kind: 'ask' | 'record') => void }): ReactNode {
  const { t } = useTranslation('consents');
  return (
    <span className="row g6">
      <button type="button" className="btn sm" onClick={() => onOpen('record')}>
        {t('record')}
      </button>
      <button type="button" className="btn sm pri" onClick={() => onOpen('ask')}>
        {t('ask')}
      </button>
    </span>
  );
}
