import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnterpriseDeclineReason } from '@contract/gql';
import { Segments } from '../../../components/desk/segments';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';
import { instantOf } from '../../../lib/format/day';
import type { Candidate } from '../hooks/candidate-views';
import { useBatchAnswer, type BatchAnswer, type RowResult } from '../hooks/use-batch-answer';
import { DECLINE_REASONS } from './decline-form';

interface AnswerTrayProps {
  readonly candidates: readonly Candidate[];
  readonly onLeave: () => void;
}

/** Answers the ticked cards together: one action, its fields, one button that names the number, a result per card. */
export function AnswerTray({ candidates, onLeave }: AnswerTrayProps): ReactNode {
  const { t } = useTranslation('candidates');
  const [kind, setKind] = useState<BatchAnswer['kind']>('invite');
  const [at, setAt] = useState('');
  const [place, setPlace] = useState(candidates[0]?.position.site ?? '');
  const [reason, setReason] = useState<EnterpriseDeclineReason | ''>('');
  const batch = useBatchAnswer(onLeave);
  const answer = answerOf(kind, { at, place, reason });
  const submit = (): void => {
    if (answer !== null && !batch.isRunning) void batch.run(candidates, answer);
  };
  return (
    <section className="tray" aria-label={t('tray')}>
      <b className="b s13 nw">{t('chosen', { count: candidates.length })}</b>
      <span className="sp" />
      <Segments
        label={t('tray')}
        value={kind}
        onChange={(value) => setKind(value === 'invite' ? 'invite' : 'decline')}
        choices={(['invite', 'decline'] as const).map((value) => ({ value, label: t(`act.${value}`) }))}
      />
      {kind === 'invite' ? (
        <>
          <input
            className="inp"
            type="datetime-local"
            aria-label={t('field.at')}
            value={at}
            onChange={(event) => setAt(event.target.value)}
          />
          <input
            className="inp"
            aria-label={t('field.place')}
            placeholder={t('field.place')}
            value={place}
            onChange={(event) => setPlace(event.target.value)}
          />
        </>
      ) : (
        <ReasonSelect value={reason} onChange={setReason} />
      )}
      <button
        type="button"
        className="btn pri sm"
        disabled={answer === null}
        aria-disabled={batch.isRunning}
        onClick={submit}
      >
        {t(kind === 'invite' ? 'send.invites' : 'send.declines', { count: candidates.length })}
      </button>
      <Results results={batch.results} />
    </section>
  );
}

interface Typed {
  readonly at: string;
  readonly place: string;
  readonly reason: EnterpriseDeclineReason | '';
}

function answerOf(kind: BatchAnswer['kind'], { at, place, reason }: Typed): BatchAnswer | null {
  if (kind === 'decline') return reason === '' ? null : { kind, reason };
  return at === '' || place.trim() === ''
    ? null
    : { kind, input: { at: instantOf(at), place: place.trim(), paidWorkSampleHours: null } };
}

interface ReasonSelectProps {
  readonly value: EnterpriseDeclineReason | '';
  readonly onChange: (reason: EnterpriseDeclineReason | '') => void;
}

function ReasonSelect({ value, onChange }: ReasonSelectProps): ReactNode {
  const { t } = useTranslation('candidates');
  return (
    <select
      className="inp"
      aria-label={t('reasons')}
      value={value}
      onChange={(event) => onChange(event.target.value as EnterpriseDeclineReason | '')}
    >
      <option value="">{t('reasons')}</option>
      {DECLINE_REASONS.map((reason) => (
        <option key={reason} value={reason}>
          {t(`reason.${reason}`)}
        </option>
      ))}
    </select>
  );
}

function Results({ results }: { readonly results: readonly RowResult[] }): ReactNode {
  const { t } = useTranslation('candidates');
  const refusalText = useRefusalText();
  if (results.length === 0) return null;
  return (
    <ul className="tray-results s12" role="status">
      {results.map(({ cardCode, result }) => (
        <li key={cardCode}>
          {t('card', { code: cardCode })}：
          {result.kind === 'done'
            ? t('rowDone')
            : result.kind === 'failed'
              ? t('common:form.failed')
              : result.refusals.map(refusalText).join(' ')}
        </li>
      ))}
    </ul>
  );
}
