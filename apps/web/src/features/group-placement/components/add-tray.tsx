import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddClientsToBatchMutation } from '@contract/gql';
import type { CommandResult } from '../../../lib/graphql/use-command';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';

type Payload = AddClientsToBatchMutation['addClientsToBatch'];

interface AddTrayProps {
  readonly count: number;
  readonly isRunning: boolean;
  readonly onLeave: () => void;
  readonly run: () => Promise<CommandResult<Payload>>;
  /** With the ids of those who were not taken in. */
  readonly onDone: (notIn: readonly string[]) => void;
}

/** Adds the ticked people: the button names the number, and what was refused is said with its reason and stays ticked. */
export function AddTray({ count, isRunning, onLeave, run, onDone }: AddTrayProps): ReactNode {
  const { t } = useTranslation(['groupPlacement', 'refusals']);
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<string | null>(null);
  const add = async (): Promise<void> => {
    const result = await run();
    if (result.kind === 'failed') return setProblem(t('common:form.failed'));
    if (result.kind === 'refused') return setProblem(result.refusals.map(refusalText).join(' '));
    const out = (result.payload.batchAddition?.rows ?? []).filter(({ isIn }) => !isIn);
    setProblem(out.length === 0 ? null : sentenceOf(out.map(({ code }) => code ?? '')));
    onDone(out.map(({ clientId }) => clientId));
  };
  const sentenceOf = (codes: readonly string[]): string =>
    [...new Set(codes)]
      .map((code) =>
        t('cohort.notIn', {
          count: codes.filter((one) => one === code).length,
          why: t(`refusals:${code}`, { defaultValue: code }),
        }),
      )
      .join(t('semicolon'));
  if (count === 0 && problem === null) return null;
  return (
    <div className="tray" role="group" aria-label={t('cohort.chosen', { count })}>
      <b className="b s13 nw">{t('cohort.chosen', { count })}</b>
      {problem === null ? null : (
        <span className="s13" role="alert">
          {problem}
        </span>
      )}
      <span className="sp" />
      <button type="button" className="btn sm" onClick={onLeave}>
        {t('cohort.untick')}
      </button>
      <button
        type="button"
        className="btn pri sm"
        aria-disabled={isRunning || count === 0}
        onClick={() => count > 0 && !isRunning && void add()}
      >
        {t('cohort.addCount', { count })}
      </button>
    </div>
  );
}
