import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MyAidDocument, type AidFragment } from '@contract/gql';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';

/** What she asked other offices for, in plain words; nothing where she asked for nothing. */
export function MyAid(): ReactNode {
  const { t } = useTranslation('aid');
  const read = useRead(MyAidDocument, {});
  return (
    <Loaded of={read}>
      {({ myAidRequests }) =>
        myAidRequests.length === 0 ? null : (
          <section className="card" aria-label={t('mine.title')}>
            <h2 className="pd s18">{t('mine.title')}</h2>
            {myAidRequests.map((request) => (
              <Mine key={request.id} request={request} />
            ))}
          </section>
        )
      }
    </Loaded>
  );
}

function Mine({ request }: { readonly request: AidFragment }): ReactNode {
  const { t } = useTranslation('aid');
  const format = useFormat();
  const { kind, status, referredTo, notedOn, referredOn, nextLookOn, settledOn } = request;
  const office = referredTo === null ? '' : t(`office.${referredTo}`);
  const day = format.day(settledOn ?? referredOn ?? notedOn);
  return (
    <div className="pd stack g8">
      <div className="row">
        <h3 className="s18">{t(`kind.${kind}`)}</h3>
        <span className="sp" />
        <StatusChip kind="aid" state={status} />
      </div>
      <p>{t(`mine.${status}`, { office, day })}</p>
      {nextLookOn === null ? null : <p className="dim">{t('mine.next', { day: format.day(nextLookOn) })}</p>}
    </div>
  );
}
