import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientConsentsDocument, type ClientConsentsQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';

type Consent = NonNullable<ClientConsentsQuery['client']>['consents'][number];

interface ClientConsentsProps {
  readonly clientId: string;
}

/** To whom this client has opened what, for how long. */
export function ClientConsents({ clientId }: ClientConsentsProps): ReactNode {
  const { t } = useTranslation('consents');
  const read = useRead(ClientConsentsDocument, { id: clientId });
  const columns = useColumns();
  return (
    <Card title={t('title')}>
      <Loaded of={read}>
        {({ client }) =>
          (client?.consents ?? []).length === 0 ? (
            <EmptyState title={t('none')} text={t('noneText')} />
          ) : (
            <DataTable caption={t('title')} columns={columns} rows={client?.consents ?? []} rowKey={({ id }) => id} />
          )
        }
      </Loaded>
      <p className="li mut s12">{t('hint')}</p>
    </Card>
  );
}

function useColumns(): readonly Column<Consent>[] {
  const { t } = useTranslation('consents');
  const format = useFormat();
  return [
    {
      key: 'recipient',
      title: t('recipient'),
      cell: ({ recipientName, purpose }) => <TwoLines first={recipientName} second={t(`common:purpose.${purpose}`)} />,
    },
    {
      key: 'fields',
      title: t('fields'),
      cell: ({ fieldGroups }) => format.list(fieldGroups.map((group) => t(`common:fieldGroup.${group}`))),
    },
    {
      key: 'valid',
      title: t('valid'),
      cell: ({ validFrom, validTo }) => `${format.day(validFrom)}–${format.day(validTo)}`,
    },
    {
      key: 'state',
      title: t('state'),
      cell: ({ status, revokedAt }) => (
        <TwoLines
          first={<StatusChip kind="consent" state={status} />}
          second={revokedAt === null ? null : format.dayOfInstant(revokedAt)}
        />
      ),
    },
  ];
}
