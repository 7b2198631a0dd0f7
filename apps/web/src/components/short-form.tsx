import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalFragment } from '@contract/gql';
import { Note } from './note';
import { useRefusalText } from '../lib/i18n/use-refusal-text';

interface ShortFormProps {
  readonly submitLabel: string;
  /** Gives the reasons why it was not done, none when it was; null = no answer came. */
  readonly onSubmit: () => Promise<readonly RefusalFragment[] | null>;
  /** A sentence that stops the sending; null = go on. */
  readonly check?: () => string | null;
  readonly children: ReactNode;
}

/** A short form at the door or on a phone: what was wrong stands above, what was typed stays. */
export function ShortForm({ submitLabel, onSubmit, check, children }: ShortFormProps): ReactNode {
  const { t } = useTranslation('common');
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const send = async (): Promise<void> => {
    const stopped = check?.() ?? null;
    if (stopped !== null) return setProblem(stopped);
    setIsSending(true);
    const refusals = await onSubmit();
    setIsSending(false);
    if (refusals === null) return setProblem(t('form.failed'));
    setProblem(refusals.length === 0 ? null : refusals.map(refusalText).join(' '));
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isSending) void send();
  };
  return (
    <form className="stack" style={{ gap: 14 }} onSubmit={submit}>
      {problem === null ? null : (
        <Note tone="wheat" role="alert">
          {problem}
        </Note>
      )}
      {children}
      <button type="submit" className="btn pri wide" aria-disabled={isSending}>
        {submitLabel}
      </button>
    </form>
  );
}
