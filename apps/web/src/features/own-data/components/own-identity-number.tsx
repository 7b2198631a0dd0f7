import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { MyWholeIdentityNumberDocument, type MyOwnDataQuery } from '@contract/gql';
import { Note } from '../../../components/note';
import { useFormat } from '../../../lib/format/use-format';

interface OwnIdentityNumberProps {
  readonly kept: NonNullable<MyOwnDataQuery['myIdentityNumber']>;
}

/** Her own number: masked until she proves who she is, with what it is kept for and until when. */
export function OwnIdentityNumber({ kept }: OwnIdentityNumberProps): ReactNode {
  const { t } = useTranslation('ownData');
  const format = useFormat();
  const client = useClient();
  const [number, setNumber] = useState<string | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const show = async (): Promise<void> => {
    const { data } = await client
      .query(MyWholeIdentityNumberDocument, {}, { requestPolicy: 'network-only' })
      .toPromise();
    const found = data?.myWholeIdentityNumber?.number ?? null;
    setNumber(found);
    setHasFailed(found === null);
  };
  return (
    <section className="card" aria-labelledby="own-number">
      <div className="pd stack g8">
        <h2 className="s18" id="own-number">
          {t('identity.title')}
        </h2>
        <p>{t('identity.text', { purpose: t(`identity.filing.${kept.purpose}`), masked: number ?? kept.masked })}</p>
        <p className="mut">
          {kept.keptUntil === null ? t('identity.open') : t('identity.until', { day: format.day(kept.keptUntil) })}
        </p>
        {hasFailed ? (
          <Note tone="wheat" role="alert">
            {t('identity.failed')}
          </Note>
        ) : null}
        <button type="button" className="btn" onClick={() => (number === null ? void show() : setNumber(null))}>
          {number === null ? t('identity.show') : t('identity.hide')}
        </button>
      </div>
    </section>
  );
}
