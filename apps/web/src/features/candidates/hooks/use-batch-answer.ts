import { useCallback, useState } from 'react';
import {
  DeclineCandidateDocument,
  InviteCandidateDocument,
  ViewCandidateDocument,
  type EnterpriseDeclineReason,
  type InvitationInput,
} from '@contract/gql';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import type { Candidate } from './candidate-views';

export type BatchAnswer =
  | { readonly kind: 'invite'; readonly input: InvitationInput }
  | { readonly kind: 'decline'; readonly reason: EnterpriseDeclineReason };

export interface RowResult {
  readonly cardCode: string;
  readonly result: CommandResult<unknown>;
}

export interface Batch {
  readonly run: (candidates: readonly Candidate[], answer: BatchAnswer) => Promise<void>;
  readonly results: readonly RowResult[];
  readonly isRunning: boolean;
}

/** Answers card after card, each in its own command: one refusal does not hold up the others. */
export function useBatchAnswer(onAllDone: () => void): Batch {
  const view = useCommand(ViewCandidateDocument).run;
  const invite = useCommand(InviteCandidateDocument).run;
  const decline = useCommand(DeclineCandidateDocument).run;
  const [results, setResults] = useState<readonly RowResult[]>([]);
  const [isRunning, setIsRunning] = useState(false);
  const one = useCallback(
    async ({ id, status }: Candidate, answer: BatchAnswer): Promise<CommandResult<unknown>> => {
      if (answer.kind === 'decline') return decline({ id, reason: answer.reason });
      // Whoever is invited has been seen.
      const seen = status === 'SENT' ? await view({ id }) : null;
      return seen !== null && seen.kind !== 'done' ? seen : invite({ id, input: answer.input });
    },
    [decline, invite, view],
  );
  const run = useCallback(
    async (candidates: readonly Candidate[], answer: BatchAnswer) => {
      setIsRunning(true);
      const rows: RowResult[] = [];
      for (const candidate of candidates) {
        rows.push({ cardCode: candidate.cardCode, result: await one(candidate, answer) });
        setResults([...rows]);
      }
      setIsRunning(false);
      if (rows.every(({ result }) => result.kind === 'done')) onAllDone();
    },
    [one, onAllDone],
  );
  return { run, results, isRunning };
}
