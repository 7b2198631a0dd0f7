import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientHeadQuery } from '@contract/gql';
import { AccessMark } from '../../../components/client-link';
import { StatusChip } from '../../../components/status/status-chip';
import { useFormat } from '../../../lib/format/use-format';

interface ClientHeadProps {
  readonly client: NonNullable<ClientHeadQuery['client']>;
  readonly actions?: ReactNode;
}

/** Who this is, in two lines. */
export function ClientHead({ client, actions }: ClientHeadProps): ReactNode {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const from = client.availableFrom === null ? t('headNow') : t('headFrom', { day: format.day(client.availableFrom) });
  const facts = {
    township: client.township.name,
    education: t(`common:education.${client.educationCode}`),
    hours: client.weeklyHoursAvailable,
    from,
  };
  return (
    <div className="row" style={{ gap: 12, paddingBottom: 6 }}>
      <span className="ava lg" aria-hidden="true">
        {client.name.slice(0, 1)}
      </span>
      <div>
        <div className="row wrap">
          <h1 className="title">{client.name}</h1>
          <span className="dim s13">{t('file', { number: client.fileNumber })}</span>
          <StatusChip kind="entry" state={client.entryStatus} />
          <AccessMark client={client} />
        </div>
        <p className="s13 mut">
          {t('headFacts', facts)}
          {client.caseworkerName === null ? null : t('headCaseworker', { name: client.caseworkerName })}
        </p>
      </div>
      <span className="sp" />
      {actions}
    </div>
  );
}
