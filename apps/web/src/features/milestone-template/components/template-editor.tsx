import { useEffect, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeMilestoneTemplateDocument, type RefusalFragment, type TemplateVersionFragment } from '@contract/gql';
import { Card } from '../../../components/card';
import { Note } from '../../../components/note';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';
import { choicesOf, typedOf, type TypedChoice } from './choices';
import { PlanPreview } from './plan-preview';
import { codeOf, TemplateTable } from './template-table';

interface TemplateEditorProps {
  readonly inForce: TemplateVersionFragment;
  readonly latestVersion: number;
  readonly onDone: () => void;
}

/** Another version: what may be chosen at the left, the plan that it would give at the right; saved by one button. */
export function TemplateEditor({ inForce, latestVersion, onDone }: TemplateEditorProps): ReactNode {
  const { t } = useTranslation('milestoneTemplate');
  const format = useFormat();
  const [typed, setTyped] = useState(() => typedOf(inForce));
  const [effectiveFrom, setEffectiveFrom] = useState(format.today);
  const { run, isRunning } = useCommand(ChangeMilestoneTemplateDocument);
  const [refusals, setRefusals] = useState<readonly RefusalFragment[] | 'failed'>([]);
  const fromId = useId();
  const choices = choicesOf(typed);
  useLeaveWarning(typed.some((choice) => isTouched(choice)));
  const save = async (): Promise<void> => {
    if (choices === null) return;
    const result = await run({ input: { milestones: choices, effectiveFrom }, expectedVersion: latestVersion });
    if (result.kind === 'done') return onDone();
    setRefusals(result.kind === 'failed' ? 'failed' : result.refusals);
  };
  return (
    <div className="grid halves">
      <Card title={t('edit')}>
        <TemplateTable typed={typed} onChange={setTyped} refusals={refusals === 'failed' ? [] : refusals} />
        <form
          className="cb stack g8"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <div className="field">
            <label className="lab" htmlFor={fromId}>
              {t('from')}
            </label>
            <input
              id={fromId}
              className="inp"
              type="date"
              required
              aria-describedby={`${fromId}-help`}
              value={effectiveFrom}
              onChange={({ target }) => setEffectiveFrom(target.value)}
            />
            <p className="s12 mut" id={`${fromId}-help`}>
              {t('fromHelp')}
            </p>
          </div>
          <Problems refusals={refusals === 'failed' ? refusals : refusals.filter((one) => codeOf(one) === null)} />
          <div>
            <button type="submit" className="btn pri" aria-disabled={isRunning || choices === null}>
              {t('save')}
            </button>
          </div>
        </form>
      </Card>
      <PlanPreview choices={choices} />
    </div>
  );
}

/** What was refused, and stands in no row of the table. */
function Problems({ refusals }: { readonly refusals: readonly RefusalFragment[] | 'failed' }): ReactNode {
  const { t } = useTranslation('common');
  const refusalText = useRefusalText();
  if (refusals.length === 0) return null;
  return (
    <Note tone="wheat" role="alert">
      {refusals === 'failed'
        ? t('form.failed')
        : refusals.map((refusal) => <p key={refusal.code + refusal.field.join('.')}>{refusalText(refusal)}</p>)}
    </Note>
  );
}

const isTouched = ({ row, isPlanned, offset, window, channel }: TypedChoice): boolean =>
  isPlanned !== row.isPlanned ||
  offset !== String(Math.abs(row.offsetCount)) ||
  window !== String(row.windowWorkingDays) ||
  channel !== row.channel;

function useLeaveWarning(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);
}
