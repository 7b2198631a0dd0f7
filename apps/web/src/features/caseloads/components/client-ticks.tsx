import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenClient } from '../hooks/use-transfers';

interface ClientTicksProps {
  readonly clients: readonly (ChosenClient & { readonly name: string })[];
  readonly chosen: readonly ChosenClient[];
  readonly onChange: (chosen: readonly ChosenClient[]) => void;
}

/** Which clients: each by a tick of its own, all by one. */
export function ClientTicks({ clients, chosen, onChange }: ClientTicksProps): ReactNode {
  const { t } = useTranslation('caseloads');
  const ids = new Set(chosen.map(({ id }) => id));
  const isAll = clients.length > 0 && clients.every(({ id }) => ids.has(id));
  const toggle = (client: ChosenClient): void =>
    onChange(ids.has(client.id) ? chosen.filter(({ id }) => id !== client.id) : [...chosen, client]);
  return (
    <fieldset className="ticks">
      <legend>{t('transfer.who')}</legend>
      {clients.length === 0 ? <p className="mut">{t('transfer.nobody')}</p> : null}
      {clients.length < 2 ? null : (
        <label className="li">
          <input type="checkbox" checked={isAll} onChange={() => onChange(isAll ? [] : clients)} />
          <b>{t('transfer.all', { count: clients.length })}</b>
        </label>
      )}
      {clients.map((client) => (
        <label className="li" key={client.id}>
          <input type="checkbox" checked={ids.has(client.id)} onChange={() => toggle(client)} />
          <span className="sp">{client.name}</span>
          <span className="mut">{client.fileNumber}</span>
        </label>
      ))}
    </fieldset>
  );
}
