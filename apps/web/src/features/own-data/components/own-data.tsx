import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MyOwnDataDocument } from '@contract/gql';
import { Loaded } from '../../../components/states/loaded';
import { useRead } from '../../../lib/graphql/use-read';
import { OwnCopies } from './own-copies';
import { OwnCorrections } from './own-corrections';
import { OwnErasure } from './own-erasure';
import { OwnIdentityNumber } from './own-identity-number';

/** What she may do about what is kept of her: take a copy, have it corrected, have it erased. */
export function OwnData(): ReactNode {
  const { t } = useTranslation('ownData');
  const read = useRead(MyOwnDataDocument, {});
  return (
    <>
      <title>{t('pageTitle')}</title>
      <h1 className="s20">{t('title')}</h1>
      <Loaded of={read}>
        {({ myIdentityNumber, myDataExports, myCorrections, myErasureRequest }) => (
          <>
            <OwnCopies copies={myDataExports} />
            {myIdentityNumber === null ? null : <OwnIdentityNumber kept={myIdentityNumber} />}
            <OwnCorrections corrections={myCorrections} />
            <OwnErasure request={myErasureRequest} />
          </>
        )}
      </Loaded>
    </>
  );
}
