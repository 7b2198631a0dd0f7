import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MyConsentsDocument, type MyConsentsQuery } from '@contract/gql';
import { Loaded } from '../../../components/states/loaded';
import { useRead } from '../../../lib/graphql/use-read';
import { ConsentCard } from './consent-card';
import { ConsentRequestCard } from './consent-request-card';
import { RankingChoice } from './ranking-choice';
import { WhoLooked } from './who-looked';

/** What she is asked, who may see what, and who looked. */
export function MyConsents(): ReactNode {
  const { t } = useTranslation('myWork');
  const read = useRead(MyConsentsDocument, {});
  return (
    <>
      <title>{t('mine')}</title>
      <h1 className="sr">{t('mine')}</h1>
      <Loaded of={read}>
        {({ myConsentRequests, myConsents, myDisclosures, myProfile }) => (
          <>
            {myConsentRequests
              .filter(({ status }) => status === 'OPEN')
              .map((request) => (
                <ConsentRequestCard key={request.id} request={request} />
              ))}
            <Consents grants={myConsents} />
            <WhoLooked rows={myDisclosures} />
            <RankingChoice objects={myProfile.objectsToRanking} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Consents({ grants }: { readonly grants: MyConsentsQuery['myConsents'] }): ReactNode {
  const { t } = useTranslation('myWork');
  const live = grants.filter(({ status }) => status === 'ACTIVE');
  const past = grants.filter(({ status }) => status !== 'ACTIVE');
  return (
    <>
      <h2 className="s18">{t('consents')}</h2>
      {live.length === 0 ? <p className="card pd">{t('noConsents')}</p> : null}
      {live.map((grant) => (
        <ConsentCard key={grant.id} grant={grant} />
      ))}
      {past.length === 0 ? null : (
        <details className="stack g8">
          <summary className="pick">{t('pastConsents', { count: past.length })}</summary>
          {past.map((grant) => (
            <ConsentCard key={grant.id} grant={grant} />
          ))}
        </details>
      )}
    </>
  );
}
