import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientFindingsDocument } from '@contract/gql';
import { Card } from '../../../components/card';
import { Loaded } from '../../../components/states/loaded';
import { useRead } from '../../../lib/graphql/use-read';
import { FindingTable } from './finding-table';

interface ClientFindingsProps {
  readonly clientId: string;
}

/** What the pay checks have seen for one client. */
export function ClientFindings({ clientId }: ClientFindingsProps): ReactNode {
  const { t } = useTranslation('payEquity');
  const read = useRead(ClientFindingsDocument, { id: clientId });
  return (
    <Card title={t('ofClient')}>
      <Loaded of={read}>
        {({ client }) =>
          (client?.payFindings ?? []).length === 0 ? (
            <p className="li mut">{t('noneOfClient')}</p>
          ) : (
            <FindingTable rows={client?.payFindings ?? []} withClient={false} canOpenClient={false} />
          )
        }
      </Loaded>
    </Card>
  );
}
