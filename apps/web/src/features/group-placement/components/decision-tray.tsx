import Swap from '@ant-design/icons-svg/es/asn/SwapOutlined';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  OverrideBatchAssignmentDocument,
  OverrideCostDocument,
  type BatchDecisionInput,
  type BatchOverrideReason,
} from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { Icon } from '../../../components/icon';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import type { Review } from '../hooks/use-review';
import type { Batch } from '../rules/batch';
import { decisionOfDrop, standingOf } from '../rules/decision';
import type { Assignment, Lane } from '../rules/lanes';
import { CostWords, DecisionWords } from './decision-words';

const REASONS: readonly BatchOverrideReason[] = [
  'COMMUTE_WISH',
  'KNOWS_COLLEAGUE',
  'FAMILY_DUTY',
  'TRAINING_PLANNED',
  'CLIENT_ASKED',
  'ENTERPRISE_ASKED',
  'OTHER_WORK_RELATED',
];

interface DecisionTrayProps {
  readonly batch: Batch;
  readonly review: Review;
  readonly rows: readonly Assignment[];
  readonly lanes: readonly Lane[];
}

/** Whither somebody is moved, and then what it costs: proven before it is confirmed. Enter confirms, Esc leaves. */
export function DecisionTray(props: DecisionTrayProps): ReactNode {
  const { draft } = props.review;
  if (draft === null) return null;
  if (draft.kind === 'target') return <TargetTray {...props} row={draft.row} />;
  return <CostTray {...props} decision={draft.decision} />;
}

function TargetTray({ review, rows, lanes, row }: DecisionTrayProps & { readonly row: Assignment }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const select = useRef<HTMLSelectElement>(null);
  const [target, setTarget] = useState('');
  useEffect(() => select.current?.focus({ preventScroll: true }), []);
  const others = rows.filter(
    ({ client, position }) => position !== null && position.id !== row.position?.id && client.id !== row.client.id,
  );
  const places = lanes.filter(({ position }) => position.id !== row.position?.id);
  const go = (): void => {
    const [kind, id = ''] = target.split(' ');
    const other = others.find(({ client }) => client.id === id);
    if (kind === 'position') review.decide(decisionOfDrop(standingOf(row), { kind: 'position', positionId: id }));
    else if (other !== undefined)
      review.decide(decisionOfDrop(standingOf(row), { kind: 'person', ...standingOf(other) }));
  };
  return (
    <TrayForm onEnter={go} onEscape={review.leave} label={t('act.swap')}>
      <b className="b s13">{t('tray.whither', { name: row.client.name })}</b>
      <span className="sp" />
      <select
        ref={select}
        className="inp target"
        aria-label={t('tray.target')}
        value={target}
        onChange={(event) => setTarget(event.target.value)}
      >
        <option value="">{t('tray.target')}</option>
        {row.position === null ? null : (
          <optgroup label={t('tray.withPerson')}>
            {others.map(({ client, position }) => (
              <option key={client.id} value={`person ${client.id}`}>
                {`${client.name} · ${position?.enterprise.name ?? ''} ${position?.title ?? ''}`}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={t('tray.toPosition')}>
          {places.map(({ position, seats, placed }) => (
            <option key={position.id} value={`position ${position.id}`}>
              {t('tray.position', {
                enterprise: position.enterprise.name,
                title: position.title,
                open: seats - placed,
              })}
            </option>
          ))}
        </optgroup>
      </select>
      <LeaveButton onLeave={review.leave} />
      <button type="submit" className="btn sm pri" disabled={target === ''}>
        {t('tray.seeCost')}
        <kbd aria-hidden="true">Enter</kbd>
      </button>
    </TrayForm>
  );
}

function CostTray({
  batch,
  review,
  rows,
  lanes,
  decision,
}: DecisionTrayProps & { readonly decision: BatchDecisionInput }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const select = useRef<HTMLSelectElement>(null);
  const [reason, setReason] = useState<BatchOverrideReason | ''>('');
  const { run, isRunning } = useCommand(OverrideBatchAssignmentDocument);
  const report = useReport();
  const read = useRead(OverrideCostDocument, { batchId: batch.id, decision });
  const cost = read.data?.overrideCost ?? null;
  const isPossible = cost !== null && cost.refusals.length === 0;
  useEffect(() => select.current?.focus({ preventScroll: true }), []);
  const confirm = async (): Promise<void> => {
    if (!isPossible || isRunning) return;
    if (reason === '') return select.current?.focus();
    const result = await run({ id: batch.id, decision, reason, expectedInputHash: batch.outcome?.inputHash ?? null });
    report(result, t('tray.done'));
    if (result.kind === 'done') review.leave();
  };
  return (
    <TrayForm onEnter={() => void confirm()} onEscape={review.leave} label={t('tray.label')}>
      <span className="sw">
        <Icon of={Swap} />
      </span>
      <div className="tray-words">
        <p className="s13">
          <DecisionWords decision={decision} rows={rows} lanes={lanes} />
        </p>
        <CostWords read={read} decision={decision} batchId={batch.id} />
      </div>
      <span className="sp" />
      <select
        ref={select}
        className="inp"
        aria-label={t('tray.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value as BatchOverrideReason | '')}
      >
        <option value="">{t('tray.reason')}</option>
        {REASONS.map((value) => (
          <option key={value} value={value}>
            {t(`reason.${value}`)}
          </option>
        ))}
      </select>
      <LeaveButton onLeave={review.leave} />
      <button type="submit" className="btn sm pri" disabled={!isPossible || reason === ''} aria-disabled={isRunning}>
        {t(`tray.confirm.${decision.kind}`)}
        <kbd aria-hidden="true">Enter</kbd>
      </button>
    </TrayForm>
  );
}

function LeaveButton({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const { t } = useTranslation('common');
  return (
    <button type="button" className="btn sm" onClick={onLeave}>
      {t('cancel')}
      <kbd aria-hidden="true">Esc</kbd>
    </button>
  );
}

interface TrayFormProps {
  readonly label: string;
  readonly onEnter: () => void;
  readonly onEscape: () => void;
  readonly children: ReactNode;
}

/** The keys work inside the fields too, where the page's own keys are off. */
function TrayForm({ label, onEnter, onEscape, children }: TrayFormProps): ReactNode {
  const press = (event: KeyboardEvent): void => {
    const isButton = event.target instanceof HTMLButtonElement;
    if (event.key === 'Escape') onEscape();
    else if (event.key === 'Enter' && !isButton) onEnter();
    else return;
    event.preventDefault();
  };
  return (
    <form
      className="tray decision"
      aria-label={label}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        onEnter();
      }}
    >
      {children}
    </form>
  );
}
