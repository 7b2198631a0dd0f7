import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AgreeToConsentRequestDocument, DeclineConsentRequestDocument, type MyConsentsQuery } from '@contract/gql';
import { fill } from '../../../lib/format/fill';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import { Problem } from './decision';

interface ConsentRequestCardProps {
  readonly request: MyConsentsQuery['myConsentRequests'][number];
}

/** What she is asked, in the words that are kept; yes and no of equal weight, and what a no does: nothing. */
export function ConsentRequestCard({ request }: ConsentRequestCardProps): ReactNode {
  const { t } = useTranslation('myWork');
  const format = useFormat();
  const agree = useCommand(AgreeToConsentRequestDocument);
  const decline = useCommand(DeclineConsentRequestDocument);
  const [result, setResult] = useState<CommandResult<unknown> | null>(null);
  const { id, recipientName, fieldGroups, purpose, validTo, answerBy, requestedByName, text } = request;
  const values = { recipient: recipientName, until: format.day(validTo) };
  const title = t('ask.title', { recipient: recipientName });
  return (
    <section className="card pd stack g8" aria-label={title}>
      <h2 className="s18">{title}</h2>
      <p>{fill(format.inLanguage(text.asks), values)}</p>
      <dl className="kvp">
        <dt>{t('ask.what')}</dt>
        <dd>{format.list(fieldGroups.map((group) => t(`group.${group}`)))}</dd>
        <dt>{t('ask.why')}</dt>
        <dd>{t(`common:purpose.${purpose}`)}</dd>
        <dt>{t('ask.by')}</dt>
        <dd>{requestedByName}</dd>
        <dt>{t('ask.answerBy')}</dt>
        <dd>{t('ask.answerByText', { day: format.day(answerBy) })}</dd>
      </dl>
      <Problem result={result} />
      <div className="pair">
        <button type="button" className="btn" onClick={() => void decline.run({ id }).then(setResult)}>
          {t('ask.no')}
        </button>
        <button type="button" className="btn" onClick={() => void agree.run({ id }).then(setResult)}>
          {t('ask.yes')}
        </button>
      </div>
      <p className="dim">{format.inLanguage(text.onNo)}</p>
      <p className="dim">{fill(format.inLanguage(text.ends), values)}</p>
    </section>
  );
}
