import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { WholeIdentityNumberDocument } from '@contract/gql';

/** So long a whole number stands on a screen that its reader may have left. */
const SHOWN_MS = 60_000;

/** Asks for the whole number, each time anew, and puts it away by itself. */
export function WholeNumber({ clientId }: { readonly clientId: string }): ReactNode {
  const { t } = useTranslation('clients');
  const client = useClient();
  const [number, setNumber] = useState<string | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    if (number === null) return;
    const timer = setTimeout(() => setNumber(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [number]);
  const show = async (): Promise<void> => {
    const { data } = await client
      .query(WholeIdentityNumberDocument, { id: clientId }, { requestPolicy: 'network-only' })
      .toPromise();
    const found = data?.identityNumber?.number ?? null;
    setNumber(found);
    setHasFailed(found === null);
  };
  return (
    <div className="row g6" role="status">
      {number === null ? (
        <button type="button" className="btn sm" onClick={() => void show()}>
          {t('identity.show')}
        </button>
      ) : (
        <>
          <b className="num">{number}</b>
          <button type="button" className="btn sm" onClick={() => setNumber(null)}>
            {t('identity.hide')}
          </button>
          <span className="mut">{t('identity.hides')}</span>
        </>
      )}
      {hasFailed ? <span>{t('identity.failed')}</span> : null}
    </div>
  );
}
