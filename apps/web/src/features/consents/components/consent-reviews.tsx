import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ConsentReviewsDocument, ReviewRecordedConsentDocument, type ConsentReviewsQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { ActButton } from '../../../components/desk/act-button';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

type Review = ConsentReviewsQuery['consentReviews'][number];

/** One recorded consent in ten, with its paper, for a second person to look at. */
export function ConsentReviews(): ReactNode {
  const { t } = useTranslation('consents');
  const read = useRead(ConsentReviewsDocument, {});
  return (
    <Loaded of={read}>
      {({ consentReviews }) => (
        <Card title={t('sample.title')} count={t('copies', { count: consentReviews.length })}>
          {consentReviews.length === 0 ? <EmptyState title={t('sample.none')} text={t('sample.noneText')} /> : null}
          {consentReviews.map((review) => (
            <Line key={review.id} review={review} />
          ))}
          <p className="li mut s12">{t('sample.hint')}</p>
        </Card>
      )}
    </Loaded>
  );
}

function Line({ review }: { readonly review: Review }): ReactNode {
  const { t } = useTranslation('consents');
  const format = useFormat();
  const { run, isRunning } = useCommand(ReviewRecordedConsentDocument);
  const { id, grant, laidAt } = review;
  if (grant === null) return null;
  const fields = format.list(grant.fieldGroups.map((group) => t(`common:fieldGroup.${group}`)));
  return (
    <div className="li row wrap">
      <div className="stack">
        <span>
          {grant.client === null ? null : (
            <Link to={`/clients/${grant.client.id}/consent`}>{`${grant.client.name} ${grant.client.fileNumber}`}</Link>
          )}
          {` · ${grant.recipient.name} · ${t(`common:purpose.${grant.purpose}`)} · ${fields}`}
        </span>
        <span className="s12 dim">
          {t('sample.by', { name: grant.recordedByName ?? '', day: format.dayOfInstant(laidAt) })}
        </span>
      </div>
      <span className="sp" />
      <a className="btn sm" href={`/consents/${grant.id}/paper`} target="_blank" rel="noreferrer">
        {t(grant.evidenceKind === 'READ_ALOUD' ? 'sample.openAloud' : 'sample.open')}
      </a>
      <ActButton
        label={t('sample.sound')}
        isRunning={isRunning}
        act={() => run({ id, verdict: 'SOUND' })}
        doneText={t('sample.soundDone')}
      />
      <ActButton
        label={t('sample.notSound')}
        isRunning={isRunning}
        confirm={t('sample.notSoundConfirm')}
        act={() => run({ id, verdict: 'NOT_SOUND' })}
        doneText={t('sample.notSoundDone')}
      />
    </div>
  );
}
