import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MatchPayrollColumnsDocument, SendPayrollDocument } from '@contract/gql';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';
import { uploadFile } from '../../../lib/upload/upload-file';
import { csvOf, type Matching, type PreparedPayroll } from './prepared-payroll';
import type { ChosenTable } from '../components/choose-table';

interface SendOptions {
  readonly period: string;
  readonly onStarted: (runId: string) => void;
}

/** Sends a prepared payroll, starts its import, and remembers how the columns were matched. */
export function useSendPayroll({ period, onStarted }: SendOptions) {
  const { t } = useTranslation(['payroll', 'common']);
  const refusalText = useRefusalText();
  const start = useCommand(SendPayrollDocument);
  const remember = useCommand(MatchPayrollColumnsDocument);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async (payroll: PreparedPayroll, chosen: ChosenTable, matching: Matching): Promise<string | null> => {
    const file = new File([csvOf(payroll)], `${period}.csv`, { type: 'text/csv' });
    const sent = await uploadFile(file);
    if (sent.kind === 'refused')
      return t(`common:upload.${sent.code}`, { defaultValue: t('common:upload.refused', { code: sent.code }) });
    const input = { kind: 'PAYROLL' as const, fileId: sent.file.fileId, period, dryRun: false };
    const started = await start.run({ input });
    if (started.kind === 'failed') return t('common:form.failed');
    if (started.kind === 'refused') return started.refusals.map(refusalText).join(' ');
    const columns = chosen.table.headers
      .map((header, place) => ({ header, key: matching[place] ?? null }))
      .filter(({ header, key }) => header !== '' && key !== null);
    // A mapping that was not kept is made again the next time: the payroll itself is on its way.
    await remember.run({ columns });
    const { importRun } = started.payload;
    if (importRun !== null) onStarted(importRun.id);
    return null;
  };
  const send = async (payroll: PreparedPayroll, chosen: ChosenTable, matching: Matching): Promise<void> => {
    if (isSending) return;
    setIsSending(true);
    setProblem(await attempt(payroll, chosen, matching));
    setIsSending(false);
  };
  return { send, isSending, problem };
}
