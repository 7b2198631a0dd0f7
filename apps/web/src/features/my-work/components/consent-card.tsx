import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MarkConsentSeenDocument, WithdrawConsentDocument, type MyConsentsQuery } from '@contract/gql';
import { Confirm } from '../../../components/desk/confirm';
import { Note } from '../../../components/note';
import { StatusChip } from '../../../components/status/status-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import { isNewToHer } from './awaits-decision';
import { Problem } from './decision';

type Grant = MyConsentsQuery['myConsents'][number];

interface ConsentCardProps {
  readonly grant: Grant;
}

/** To whom, what, what for, until when; to take it back is as near as it was to agree. */
export function ConsentCard({ grant }: ConsentCardProps): ReactNode {
  const { t } = useTranslation(['myWork', 'trainee']);
  const format = useFormat();
  const isLive = grant.status === 'ACTIVE';
  return (
    <section className="card pd stack g8" aria-label={grant.recipientName}>
      <div className="row">
        <h3 className="s18">{grant.recipientName}</h3>
        <span className="sp" />
        <StatusChip kind="consent" state={grant.status} />
      </div>
      <dl className="kvp">
        <dt>{t('ask.what')}</dt>
        <dd>{format.list(grant.fieldGroups.map((group) => t(`group.${group}`)))}</dd>
        <dt>{t('ask.why')}</dt>
        <dd>{t(`common:purpose.${grant.purpose}`)}</dd>
        <dt>{t('trainee:consents.until')}</dt>
        <dd>{t(isLive ? 'trainee:consents.stops' : 'trainee:consents.stopped', { day: format.day(grant.validTo) })}</dd>
      </dl>
      {grant.recordedByName === null ? null : <Recorded grant={grant} by={grant.recordedByName} />}
      {isLive ? <TakeBack grant={grant} /> : null}
    </section>
  );
}

/** What a caseworker recorded for her from a paper: she is told, and it is hers to take back. */
function Recorded({ grant, by }: { readonly grant: Grant; readonly by: string }): ReactNode {
  const { t } = useTranslation('myWork');
  const seen = useCommand(MarkConsentSeenDocument);
  const text = t('recorded.text', { name: by });
  if (!isNewToHer(grant)) return <p className="dim">{text}</p>;
  return (
    <Note tone="wheat" role="status">
      <p>
        {text}
        {t('recorded.wrong')}
      </p>
      <button type="button" className="btn" style={{ marginTop: 8 }} onClick={() => void seen.run({ id: grant.id })}>
        {t('recorded.seen')}
      </button>
    </Note>
  );
}

function TakeBack({ grant }: ConsentCardProps): ReactNode {
  const { t } = useTranslation(['myWork', 'trainee']);
  const withdraw = useCommand(WithdrawConsentDocument);
  const [isAsking, setIsAsking] = useState(false);
  const [result, setResult] = useState<CommandResult<unknown> | null>(null);
  const isCore = grant.purpose === 'SHARE_PROFILE' || grant.purpose === 'SHARE_IDENTITY';
  return (
    <>
      <Problem result={result} />
      <button type="button" className="btn" onClick={() => setIsAsking(true)}>
        {t('withdraw')}
      </button>
      {isAsking ? (
        <Confirm
          title={t('trainee:consents.ask')}
          text={t(isCore ? 'trainee:consents.askText' : 'askOther', { recipient: grant.recipientName })}
          yes={t('withdraw')}
          onYes={() => {
            setIsAsking(false);
            void withdraw.run({ id: grant.id }).then(setResult);
          }}
          onNo={() => setIsAsking(false)}
        />
      ) : null}
    </>
  );
}
