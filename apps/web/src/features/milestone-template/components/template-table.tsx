import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalFragment } from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';
import { isBefore, offsetBounds, type TypedChoice } from './choices';

interface TemplateTableProps {
  readonly typed: readonly TypedChoice[];
  readonly onChange: (typed: readonly TypedChoice[]) => void;
  readonly refusals: readonly RefusalFragment[];
}

/** The milestone that a refusal is about; null where it is about none. */
export const codeOf = ({ field: [, list, code, name] }: RefusalFragment): string | null =>
  list === 'milestones' && name !== undefined ? (code ?? null) : null;

/** Each milestone with what may be chosen for it; what is fixed stands there as a word. */
export function TemplateTable({ typed, onChange, refusals }: TemplateTableProps): ReactNode {
  const { t } = useTranslation(['milestoneTemplate', 'followUp']);
  const refusalText = useRefusalText();
  const change = (changed: TypedChoice): void =>
    onChange(typed.map((one) => (one.row.code === changed.row.code ? changed : one)));
  const columns: readonly Column<TypedChoice>[] = [
    {
      key: 'milestone',
      title: t('milestone'),
      cell: ({ row }) => (
        <>
          <b>{t(`followUp:code.${row.code}`)}</b>
          {refusals
            .filter((refusal) => codeOf(refusal) === row.code)
            .map((refusal) => (
              <p className="err" role="alert" key={refusal.code}>
                {refusalText(refusal)}
              </p>
            ))}
        </>
      ),
    },
    { key: 'planned', title: t('planned'), cell: (choice) => <Planned choice={choice} onChange={change} /> },
    { key: 'on', title: t('on'), cell: (choice) => <On choice={choice} onChange={change} /> },
    { key: 'window', title: t('window'), cell: (choice) => <Window choice={choice} onChange={change} /> },
    { key: 'way', title: t('way'), cell: (choice) => <Way choice={choice} onChange={change} /> },
  ];
  return <DataTable caption={t('edit')} columns={columns} rows={typed} rowKey={({ row }) => row.code} />;
}

interface CellProps {
  readonly choice: TypedChoice;
  readonly onChange: (choice: TypedChoice) => void;
}

function Planned({ choice, onChange }: CellProps): ReactNode {
  const { t } = useTranslation(['milestoneTemplate', 'followUp']);
  const { row, isPlanned } = choice;
  if (!row.mayThin) return <span className="s12 mut">{t('always')}</span>;
  return (
    <input
      type="checkbox"
      aria-label={t('plan', { name: t(`followUp:code.${row.code}`) })}
      checked={isPlanned}
      onChange={({ target }) => onChange({ ...choice, isPlanned: target.checked })}
    />
  );
}

function On({ choice, onChange }: CellProps): ReactNode {
  const { t } = useTranslation(['milestoneTemplate', 'followUp']);
  const { row, offset } = choice;
  const [least, most] = offsetBounds(row);
  if (!choice.isPlanned) return <span className="mut">{t('thinned')}</span>;
  const words = row.unit === 'MONTHS' ? 'months' : isBefore(row) ? 'before' : 'after';
  if (least === most) return <>{t(words, { count: least })}</>;
  return (
    <>
      <Count
        label={t('onOf', { name: t(`followUp:code.${row.code}`) })}
        value={offset}
        bounds={[least, most]}
        onChange={(value) => onChange({ ...choice, offset: value })}
      />
      <p className="s12 mut">{t(words, { count: Number(offset) })}</p>
    </>
  );
}

function Window({ choice, onChange }: CellProps): ReactNode {
  const { t } = useTranslation(['milestoneTemplate', 'followUp']);
  const { row, window } = choice;
  if (!choice.isPlanned) return null;
  return (
    <Count
      label={t('windowOf', { name: t(`followUp:code.${row.code}`) })}
      value={window}
      bounds={[row.leastWindow, row.mostWindow]}
      onChange={(value) => onChange({ ...choice, window: value })}
    />
  );
}

interface CountProps {
  readonly label: string;
  readonly value: string;
  readonly bounds: readonly [least: number, most: number];
  readonly onChange: (value: string) => void;
}

/** A whole number with its bounds beside it. */
function Count({ label, value, bounds: [least, most], onChange }: CountProps): ReactNode {
  const { t } = useTranslation('milestoneTemplate');
  const isOutside = !(Number(value) >= least && Number(value) <= most);
  return (
    <span className="row g6">
      <input
        className="inp"
        style={{ width: 44, padding: '0 8px' }}
        inputMode="numeric"
        aria-label={label}
        aria-invalid={isOutside}
        value={value}
        onChange={({ target }) => onChange(target.value.trim())}
      />
      <span className="s12 mut" style={{ whiteSpace: 'nowrap' }}>
        {t('windowHelp', { least, most })}
      </span>
    </span>
  );
}

function Way({ choice, onChange }: CellProps): ReactNode {
  const { t } = useTranslation(['milestoneTemplate', 'followUp']);
  const { row, channel } = choice;
  if (!choice.isPlanned) return null;
  return (
    <select
      className="inp"
      aria-label={t('wayOf', { name: t(`followUp:code.${row.code}`) })}
      value={channel}
      onChange={({ target }) => {
        const chosen = row.channels.find((one) => one === target.value);
        if (chosen !== undefined) onChange({ ...choice, channel: chosen });
      }}
    >
      {row.channels.map((one) => (
        <option key={one} value={one}>
          {t(`followUp:channel.${one}`)}
        </option>
      ))}
    </select>
  );
}
