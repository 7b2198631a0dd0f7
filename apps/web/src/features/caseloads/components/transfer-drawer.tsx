import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientsToHandOverDocument, ColleaguesDocument, type TransferReason } from '@contract/gql';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { Note } from '../../../components/note';
import { Loaded } from '../../../components/states/loaded';
import { useRead } from '../../../lib/graphql/use-read';
import { useTransfers, type ChosenClient } from '../hooks/use-transfers';
import { ClientTicks } from './client-ticks';
import { PlainSelect } from './plain-select';

const REASONS: readonly TransferReason[] = ['WORKLOAD', 'CASEWORKER_LEAVES', 'CLIENT_WISHES', 'CLIENT_MOVED'];

interface TransferDrawerProps {
  readonly isSupervisor: boolean;
  readonly onClose: () => void;
}

/** Hands over single clients or a whole caseload: explicit ticks, and a result for each. */
export function TransferDrawer({ isSupervisor, onClose }: TransferDrawerProps): ReactNode {
  const { t } = useTranslation('caseloads');
  const colleagues = useRead(ColleaguesDocument, {});
  return (
    <SideDrawer title={t('transfer.ask')} onClose={onClose}>
      <Loaded of={colleagues}>
        {({ colleagues: rows }) => (
          <TransferForm
            isSupervisor={isSupervisor}
            choices={rows.map(({ id, displayName }) => ({ value: id, label: displayName }))}
            onClose={onClose}
          />
        )}
      </Loaded>
    </SideDrawer>
  );
}

interface TransferFormProps extends TransferDrawerProps {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

function TransferForm({ isSupervisor, choices, onClose }: TransferFormProps): ReactNode {
  const { t } = useTranslation('caseloads');
  const [fromId, setFromId] = useState('');
  const [toId, setToId] = useState('');
  const [reason, setReason] = useState<TransferReason>('WORKLOAD');
  const [chosen, setChosen] = useState<readonly ChosenClient[]>([]);
  const batch = useTransfers(onClose);
  const isReady = toId !== '' && chosen.length > 0 && !batch.isRunning;
  const reasons = REASONS.map((value) => ({ value, label: t(`transfer.reasons.${value}`) }));
  return (
    <div className="stack" style={{ gap: 14 }}>
      <Note>{t(isSupervisor ? 'transfer.helpSupervisor' : 'transfer.help')}</Note>
      {isSupervisor ? (
        <PlainSelect label={t('transfer.from')} value={fromId} choices={choices} onChange={setFromId} />
      ) : null}
      <PlainSelect label={t('transfer.to')} value={toId} choices={choices} onChange={setToId} />
      <PlainSelect
        label={t('transfer.reason')}
        value={reason}
        choices={reasons}
        onChange={(value) => setReason(value as TransferReason)}
      />
      {isSupervisor && fromId === '' ? null : (
        <Clients key={fromId} caseworkerId={fromId === '' ? null : fromId} chosen={chosen} onChange={setChosen} />
      )}
      <BatchResults results={batch.results} />
      <button
        type="button"
        className="btn pri"
        aria-disabled={!isReady}
        onClick={() => isReady && void batch.run(chosen, { toId, reason })}
      >
        {t('transfer.send', { count: chosen.length })}
      </button>
    </div>
  );
}

interface ClientsProps {
  readonly caseworkerId: string | null;
  readonly chosen: readonly ChosenClient[];
  readonly onChange: (chosen: readonly ChosenClient[]) => void;
}

/** Only one's own clients are handed over, never those for whom one stands in. */
function Clients({ caseworkerId, chosen, onChange }: ClientsProps): ReactNode {
  const read = useRead(ClientsToHandOverDocument, { caseworkerId });
  return (
    <Loaded of={read}>
      {({ clients }) => (
        <ClientTicks
          clients={clients.edges.map(({ node }) => node).filter(({ access }) => access !== 'DEPUTY')}
          chosen={chosen}
          onChange={onChange}
        />
      )}
    </Loaded>
  );
}

function BatchResults({ results }: { readonly results: ReturnType<typeof useTransfers>['results'] }): ReactNode {
  const { t } = useTranslation('caseloads');
  const failed = results.filter(({ text }) => text !== null);
  if (results.length === 0) return null;
  return (
    <Note tone={failed.length === 0 ? 'petrol' : 'wheat'} role="status">
      <p>{t('transfer.done', { count: results.length - failed.length })}</p>
      {failed.map(({ client, text }) => (
        <p key={client.id}>{`${client.fileNumber}：${text ?? ''}`}</p>
      ))}
    </Note>
  );
}
