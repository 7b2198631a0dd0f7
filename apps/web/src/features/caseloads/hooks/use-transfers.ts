import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestCaseTransferDocument, type TransferReason } from '@contract/gql';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';

export interface ChosenClient {
  readonly id: string;
  readonly fileNumber: string;
}

interface TransferResult {
  readonly client: ChosenClient;
  /** Why not; null where it was done. */
  readonly text: string | null;
}

export interface Transfers {
  readonly run: (
    clients: readonly ChosenClient[],
    to: { readonly toId: string; readonly reason: TransferReason },
  ) => Promise<void>;
  readonly results: readonly TransferResult[];
  readonly isRunning: boolean;
}

/** Hands over client after client, each in its own command: one refusal does not hold up the others, and only those are tried again. */
export function useTransfers(onAllDone: () => void): Transfers {
  const { t } = useTranslation('common');
  const request = useCommand(RequestCaseTransferDocument).run;
  const refusalText = useRefusalText();
  const [results, setResults] = useState<readonly TransferResult[]>([]);
  const [isRunning, setIsRunning] = useState(false);
  const run = useCallback<Transfers['run']>(
    async (clients, { toId, reason }) => {
      setIsRunning(true);
      const finished = new Set(results.flatMap(({ client, text }) => (text === null ? [client.id] : [])));
      const rows: TransferResult[] = results.filter(({ text }) => text === null);
      for (const client of clients.filter(({ id }) => !finished.has(id))) {
        const result = await request({ input: { clientId: client.id, toId, reason } });
        const failed = result.kind === 'refused' ? result.refusals.map(refusalText).join(' ') : t('form.failed');
        rows.push({ client, text: result.kind === 'done' ? null : failed });
        setResults([...rows]);
      }
      setIsRunning(false);
      if (rows.every(({ text }) => text === null)) onAllDone();
    },
    [onAllDone, refusalText, request, results, t],
  );
  return { run, results, isRunning };
}
