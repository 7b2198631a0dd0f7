import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MyConsentsDocument, WithdrawConsentDocument, type MyConsentsQuery } from '@contract/gql';
import { Confirm } from '../../../components/desk/confirm';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { RankingChoice } from './ranking-choice';

type Grant = MyConsentsQuery['myConsents'][number];

/** Who may see what, with withdrawing as near as it was to agree; and who looked. */
export function MyConsents(): ReactNode {
  const { t } = useTranslation('myWork');
  const read = useRead(MyConsentsDocument, {});
  return (
    <>
      <title>{t('mine')}</title>
      <h1 className="sr">{t('mine')}</h1>
      <Loaded of={read}>
        {({ myConsents, myDisclosures, myProfile }) => (
          <>
            <section className="card" aria-label={t('consents')}>
              <h2 className="pd s18">{t('consents')}</h2>
              {myConsents.length === 0 ? <p className="pd">{t('noConsents')}</p> : null}
              {myConsents.map((grant) => (
                <GrantLine key={grant.id} grant={grant} />
              ))}
            </section>
            <Disclosures rows={myDisclosures} />
            <RankingChoice objects={myProfile.objectsToRanking} />
          </>
        )}
      </Loaded>
    </>
  );
}

function GrantLine({ grant }: { readonly grant: Grant }): ReactNode {
  const { t } = useTranslation(['myWork', 'trainee']);
  const format = useFormat();
  const withdraw = useCommand(WithdrawConsentDocument);
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div className="pd stack g8">
      <b>{grant.recipientName}</b>
      <span>{grant.fieldGroups.map((group) => t(`group.${group}`)).join('、')}</span>
      <span>{t('until', { day: format.day(grant.validTo) })}</span>
      <StatusChip kind="consent" state={grant.status} />
      {grant.status === 'ACTIVE' ? (
        <button type="button" className="btn" onClick={() => setIsAsking(true)}>
          {t('withdraw')}
        </button>
      ) : null}
      {isAsking ? (
        <Confirm
          title={t('trainee:consents.ask')}
          text={t('trainee:consents.askText', { recipient: grant.recipientName })}
          yes={t('withdraw')}
          onYes={() => {
            setIsAsking(false);
            void withdraw.run({ id: grant.id });
          }}
          onNo={() => setIsAsking(false)}
        />
      ) : null}
    </div>
  );
}

function Disclosures({ rows }: { readonly rows: MyConsentsQuery['myDisclosures'] }): ReactNode {
  const { t } = useTranslation('myWork');
  const format = useFormat();
  return (
    <section className="card" aria-label={t('looked')}>
      <h2 className="pd s18">{t('looked')}</h2>
      {rows.length === 0 ? <p className="pd">{t('nobodyLooked')}</p> : null}
      {rows.map((row) => (
        <p className="pd" key={row.id}>
          {t('lookedLine', { who: row.recipientName, what: t(`group.${row.fieldGroup}`), day: format.day(row.day) })}
        </p>
      ))}
    </section>
  );
}
