import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MyWorkDocument, type MyReferralCardFragment, type MyWorkQuery } from '@contract/gql';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { Decision } from './decision';

/** A trainee's own work: what waits for her word first, everything else below. */
export function MyWork(): ReactNode {
  const { t } = useTranslation('myWork');
  const read = useRead(MyWorkDocument, {});
  return (
    <>
      <title>{t('work')}</title>
      <h1 className="sr">{t('work')}</h1>
      <Loaded of={read}>{(data) => <Cards data={data} />}</Loaded>
    </>
  );
}

function Cards({ data }: { readonly data: MyWorkQuery }): ReactNode {
  const { t } = useTranslation('myWork');
  const format = useFormat();
  const { myReferrals, myPlacement } = data;
  return (
    <>
      {myPlacement === null ? null : (
        <section className="card pd" aria-label={t('placement')}>
          <h2 className="s18">{myPlacement.enterpriseName}</h2>
          <StatusChip kind="placement" state={myPlacement.status} />
          <p>{t('from', { day: format.day(myPlacement.hireDate) })}</p>
        </section>
      )}
      {myReferrals.length === 0 ? <section className="card pd">{t('nothing')}</section> : null}
      {myReferrals.map((referral) => (
        <ReferralCard key={referral.id} referral={referral} />
      ))}
    </>
  );
}

function ReferralCard({ referral }: { readonly referral: MyReferralCardFragment }): ReactNode {
  const { t } = useTranslation('myWork');
  const title = t('title', { enterprise: referral.enterpriseName, position: referral.position.title });
  return (
    <section className="card pd stack g8" aria-label={title}>
      <h2 className="s18">{title}</h2>
      <StatusChip kind="referral" state={referral.status} isForTrainee />
      <Facts referral={referral} />
      <Decision referral={referral} />
    </section>
  );
}

function Facts({ referral }: { readonly referral: MyReferralCardFragment }): ReactNode {
  const { t } = useTranslation(['myWork', 'trainee']);
  const format = useFormat();
  const lastDay = (day: string | null, none: string): string =>
    day === null ? t(none) : t('trainee:terms.until', { day: format.day(day) });
  const { invitation, offer, status } = referral;
  const facts: readonly (readonly [string, string])[] = [
    [t('place'), referral.position.site],
    ...(invitation === null ? [] : [[t('meeting'), `${format.instant(invitation.at)} ${invitation.place}`] as const]),
    ...(offer === null
      ? []
      : [
          [t('pay'), t('trainee:terms.perMonth', { amount: format.money(offer.pay) })] as const,
          [t('trainee:terms.payCycle'), t('trainee:terms.everyDays', { count: offer.payCycleDays })] as const,
          [t('hours'), t('common:hoursPerWeek', { count: offer.weeklyHours })] as const,
          [t('trainee:terms.shift'), t(`common:shift.${offer.shift}`)] as const,
          [t('start'), format.day(offer.hireDate)] as const,
          [t('trainee:terms.contract'), lastDay(offer.contractTo, 'trainee:terms.openEnded')] as const,
          [t('trainee:terms.probation'), lastDay(offer.probationEndOn, 'trainee:terms.noProbation')] as const,
        ]),
    ...(status === 'PROPOSED'
      ? [[t('given'), t('givenFields')] as const, [t('notGiven'), t('notGivenFields')] as const]
      : []),
  ];
  return (
    <dl className="kvp">
      {facts.map(([name, value]) => (
        <div className="contents" key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
