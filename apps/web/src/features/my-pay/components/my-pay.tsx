import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MyPayDocument, type MyPayQuery } from '@contract/gql';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { MyFindings } from './my-findings';

type Month = MyPayQuery['myPayChecks'][number];

/** One's own months: what came in, and whether something is being asked about. */
export function MyPay(): ReactNode {
  const { t } = useTranslation('trainee');
  const read = useRead(MyPayDocument, {});
  return (
    <>
      <title>{t('pageTitle', { title: t('title.pay') })}</title>
      <h1 className="sr">{t('title.pay')}</h1>
      <MyFindings />
      <Loaded of={read}>
        {({ myPayChecks }) =>
          myPayChecks.length === 0 ? (
            <section className="card pd">
              <h2 className="s18">{t('pay.none')}</h2>
              <p>{t('pay.noneText')}</p>
            </section>
          ) : (
            myPayChecks.map((month) => <MonthCard key={month.period} month={month} />)
          )
        }
      </Loaded>
    </>
  );
}

type Standing = 'fine' | 'open' | 'unknown';

function standingOf({ verdict, shortfall }: Month): Standing {
  if (verdict === 'INSUFFICIENT_DATA') return 'unknown';
  return shortfall !== null || verdict === 'VIOLATION' || verdict === 'REVIEW' ? 'open' : 'fine';
}

function MonthCard({ month }: { readonly month: Month }): ReactNode {
  const { t } = useTranslation('trainee');
  const format = useFormat();
  const standing = standingOf(month);
  const title = t('pay.received', { month: format.month(month.period) });
  return (
    <section className="card pd stack g8" aria-label={title}>
      <h2 className="s18">{title}</h2>
      <p className="s26">{month.received === null ? t('pay.notReceived') : format.money(month.received)}</p>
      <p className="b">{t(`pay.standing.${standing}`)}</p>
      <Sentence month={month} standing={standing} />
      {standing === 'open' ? <p>{t('pay.next')}</p> : null}
    </section>
  );
}

function Sentence({ month, standing }: { readonly month: Month; readonly standing: Standing }): ReactNode {
  const { t } = useTranslation('trainee');
  const format = useFormat();
  const { shortfall, countedTowardsMinimum: counted, minimumWage: minimum, minimumWageVerified } = month;
  if (standing === 'unknown') return <p>{t('pay.notCounted')}</p>;
  return (
    <>
      <p>{shortfall === null ? t('pay.aboveMinimum') : t('pay.maybeShort', { amount: format.money(shortfall) })}</p>
      {counted === null || minimum === null ? null : (
        <p className="dim">
          {t('pay.figures', { counted: format.money(counted), minimum: format.money(minimum) })}
          {minimumWageVerified ? '' : `（${t('common:unverified')}）`}
        </p>
      )}
    </>
  );
}
