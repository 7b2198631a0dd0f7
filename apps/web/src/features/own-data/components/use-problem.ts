import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandResult } from '../../../lib/graphql/use-command';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';

/** What went wrong with the last thing that was tried; `note` says whether it was done. */
export function useProblem(): {
  readonly problem: string | null;
  readonly note: (result: CommandResult<unknown>) => boolean;
} {
  const { t } = useTranslation('common');
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<string | null>(null);
  const note = (result: CommandResult<unknown>): boolean => {
    if (result.kind === 'failed') setProblem(t('form.failed'));
    else setProblem(result.kind === 'refused' ? result.refusals.map(refusalText).join(' ') : null);
    return result.kind === 'done';
  };
  return { problem, note };
}
