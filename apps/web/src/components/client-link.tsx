import Swap from '@ant-design/icons-svg/es/asn/SwapOutlined';
import Safety from '@ant-design/icons-svg/es/asn/ReadOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FileAccess } from '@contract/gql';
import { ToneChip } from './status/tone-chip';

/** Of whom the reader sees something, and how she comes to see her. */
export interface SeenClient {
  readonly id: string;
  readonly name: string;
  readonly access: FileAccess;
  readonly caseworkerName: string | null;
}

interface ClientLinkProps {
  readonly client: SeenClient;
  /** The page of the file; the first unless told. */
  readonly tab?: 'matches' | 'referrals' | 'placement' | 'aid' | 'consent' | `consent?renew=${string}`;
}

/** A client's name as the way to her file; whose client it is stands beside it where it is not one's own. */
export function ClientLink({ client, tab }: ClientLinkProps): ReactNode {
  return (
    <>
      <Link to={`/clients/${client.id}${tab === undefined ? '' : `/${tab}`}`}>{client.name}</Link>
      <AccessMark client={client} />
    </>
  );
}

/** Says that one stands in for the client's caseworker, or looks at a file once; nothing for one's own clients. */
export function AccessMark({ client }: { readonly client: Pick<SeenClient, 'access' | 'caseworkerName'> }): ReactNode {
  const { t } = useTranslation('common');
  const { access, caseworkerName } = client;
  if (access !== 'DEPUTY' && access !== 'BREAK_GLASS') return null;
  return (
    <>
      {' '}
      <ToneChip tone={access === 'DEPUTY' ? 'iris' : 'wheat'} icon={access === 'DEPUTY' ? Swap : Safety}>
        {t(`access.${access}`, { name: caseworkerName ?? t('none') })}
      </ToneChip>
    </>
  );
}
