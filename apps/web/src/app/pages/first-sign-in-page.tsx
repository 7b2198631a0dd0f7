import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ClientHeadDocument } from '@contract/gql';
import { NotHere } from '../../components/states/error-state';
import { Loaded } from '../../components/states/loaded';
import { ClientHead } from '../../features/clients';
import { FirstSignIn } from '../../features/first-sign-in';
import { useRead } from '../../lib/graphql/use-read';

/** How one client signs in for the first time, or again when she lost her phone. */
export function FirstSignInPage(): ReactNode {
  const { t } = useTranslation('letter');
  const { id = '' } = useParams();
  const read = useRead(ClientHeadDocument, { id });
  return (
    <Loaded of={read}>
      {({ client }) =>
        client === null ? (
          <NotHere />
        ) : (
          <>
            <title>{t('pageTitle')}</title>
            <div className="no-print">
              <ClientHead
                client={client}
                actions={
                  <Link className="btn" to={`/clients/${id}`}>
                    {t('back')}
                  </Link>
                }
              />
            </div>
            <FirstSignIn clientId={id} />
          </>
        )
      }
    </Loaded>
  );
}
