import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProposeEnrolmentsDocument, type ProposeEnrolmentsMutation } from '@contract/gql';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';
import type { Chosen, Row } from '../hooks/use-chosen';

type Payload = ProposeEnrolmentsMutation['proposeEnrolmentsFromPlan'];

/** What became of one of the seats that were asked for; no code = it was asked for. */
interface RowResult {
  readonly row: Row;
  readonly code: string | null;
}

interface ProposeTrayProps {
  readonly chosen: Chosen;
  readonly isOpen: boolean;
}

/** Asks for the ticked seats together, and says of each what became of it. */
export function ProposeTray({ chosen, isOpen }: ProposeTrayProps): ReactNode {
  const { t } = useTranslation('trainingPlan');
  const { run, isRunning } = useCommand(ProposeEnrolmentsDocument);
  const [results, setResults] = useState<readonly RowResult[] | 'failed'>([]);
  const { rows } = chosen;
  const submit = async (): Promise<void> => {
    const asked = rows.map(({ clientId, sessionId }) => ({ clientId, sessionId }));
    const became = resultsOf(rows, await run({ rows: asked }));
    setResults(became);
    if (became !== 'failed') chosen.clear();
  };
  const isChoosing = isOpen && rows.length > 0;
  if (!isChoosing && results.length === 0) return null;
  return (
    <section className="tray" aria-label={t('tray')}>
      {isChoosing ? (
        <>
          <b className="b s13 nw">{t('chosen', { count: rows.length })}</b>
          <span className="s13 mut">{t('confirmed')}</span>
          <span className="sp" />
          <button type="button" className="btn sm" onClick={chosen.clear}>
            {t('untick')}
          </button>
          <button type="button" className="btn pri sm" aria-disabled={isRunning} onClick={() => void submit()}>
            {t('propose', { count: rows.length })}
          </button>
        </>
      ) : null}
      <Results results={results} onClose={() => setResults([])} />
    </section>
  );
}

interface ResultsProps {
  readonly results: readonly RowResult[] | 'failed';
  readonly onClose: () => void;
}

function Results({ results, onClose }: ResultsProps): ReactNode {
  const { t } = useTranslation('trainingPlan');
  const refusalText = useRefusalText();
  if (results === 'failed') return <p role="alert">{t('common:form.failed')}</p>;
  if (results.length === 0) return null;
  const sentence = (code: string): string =>
    refusalText({ __typename: 'RefusalError', code, message: code, field: [], details: [] });
  return (
    <>
      <ul className="tray-results s13" role="status">
        {results.map(({ row, code }) => (
          <li key={row.clientId + row.sessionId}>
            {t('rowOf', { name: row.name })}
            {code === null ? t('rowDone') : sentence(code)}
          </li>
        ))}
      </ul>
      <button type="button" className="btn sm" onClick={onClose}>
        {t('close')}
      </button>
    </>
  );
}

/** Each row with its own code; where all were refused, the reasons stand at the rows' numbers. */
function resultsOf(rows: readonly Row[], result: CommandResult<Payload>): readonly RowResult[] | 'failed' {
  if (result.kind === 'failed') return 'failed';
  if (result.kind === 'refused') {
    const codes = new Map(result.refusals.map(({ code, field }) => [field[1] ?? '', code]));
    return rows.map((row, at) => ({ row, code: codes.get(String(at)) ?? result.refusals[0]?.code ?? '' }));
  }
  const proposals = result.payload.proposals ?? [];
  return rows.map((row, at) => ({ row, code: proposals[at]?.code ?? null }));
}
