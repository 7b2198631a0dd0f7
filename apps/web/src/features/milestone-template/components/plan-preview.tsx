import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MilestonePlanPreviewDocument, type MilestoneChoiceInput, type MilestonePlanPreviewQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { Note } from '../../../components/note';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import type { Previewed } from './choices';

interface PlanPreviewProps {
  /** Null while something is half typed. */
  readonly choices: MilestoneChoiceInput[] | null;
}

/** The plan of somebody who begins on a day of one's choice, as the choices would give it; nothing is saved. */
export function PlanPreview({ choices }: PlanPreviewProps): ReactNode {
  const { t } = useTranslation('milestoneTemplate');
  const format = useFormat();
  const id = useId();
  const [startOn, setStartOn] = useState(format.today);
  return (
    <Card title={t('preview.title')}>
      <div className="cb stack g8">
        <div className="field">
          <label className="lab" htmlFor={id}>
            {t('preview.startOn')}
          </label>
          <input
            id={id}
            className="inp"
            type="date"
            value={startOn}
            onChange={({ target }) => setStartOn(target.value)}
          />
          <p className="s12 mut">{t('preview.nothingSaved')}</p>
        </div>
        {choices === null || startOn === '' ? (
          <Note tone="wheat">{t('preview.broken')}</Note>
        ) : (
          <Planned choices={choices} startOn={startOn} />
        )}
      </div>
    </Card>
  );
}

interface PlannedProps {
  readonly choices: MilestoneChoiceInput[];
  readonly startOn: string;
}

function Planned({ choices, startOn }: PlannedProps): ReactNode {
  const { t } = useTranslation('milestoneTemplate');
  const read = useRead(MilestonePlanPreviewDocument, { milestones: choices, startOn });
  return (
    <Loaded of={read} rows={8}>
      {({ milestonePlanPreview: preview }) =>
        preview === null ? <Note tone="wheat">{t('preview.broken')}</Note> : <Plan preview={preview} />
      }
    </Loaded>
  );
}

type Preview = NonNullable<MilestonePlanPreviewQuery['milestonePlanPreview']>;

function Plan({ preview: { milestones, contacts, contactsNow } }: { readonly preview: Preview }): ReactNode {
  const { t } = useTranslation(['milestoneTemplate', 'followUp']);
  const format = useFormat();
  const noteOf = useNotes();
  const columns: readonly Column<Previewed>[] = [
    { key: 'milestone', title: t('milestone'), cell: ({ code }) => <b>{t(`followUp:code.${code}`)}</b> },
    {
      key: 'due',
      title: t('preview.due'),
      cell: ({ dueOn, status }) => (dueOn === null || status !== 'SCHEDULED' ? '–' : format.dayWithWeekday(dueOn)),
    },
    { key: 'note', title: t('preview.note'), cell: (one) => <span className="s12">{noteOf(one).join(' · ')}</span> },
  ];
  return (
    <>
      <p role="status">
        {contacts === contactsNow
          ? t('preview.same', { count: contacts })
          : t('preview.contacts', { count: contacts, now: contactsNow })}
      </p>
      <DataTable
        caption={t('preview.title')}
        columns={columns}
        rows={inDayOrder(milestones)}
        rowKey={({ code }) => code}
      />
    </>
  );
}

const dayOf = ({ rawOn, dueOnNow }: Previewed): string => rawOn ?? dueOnNow ?? '';

const inDayOrder = (milestones: readonly Previewed[]): readonly Previewed[] =>
  [...milestones].sort((a, b) => dayOf(a).localeCompare(dayOf(b)));

/** Why a milestone lies where it lies, and what is other than by the version that counts now. */
function useNotes(): (one: Previewed) => readonly string[] {
  const { t } = useTranslation(['milestoneTemplate', 'followUp']);
  const format = useFormat();
  return ({ rawOn, dueOn, status, coveredBy, isProvisional, dueOnNow }) => {
    if (status === 'CANCELLED') return [t('preview.gone')];
    if (dueOn === null || rawOn === null)
      return dueOnNow === null ? [] : [t('preview.left', { day: format.day(dueOnNow) })];
    const notes: string[] = [];
    if (coveredBy !== null) notes.push(t('preview.covered', { name: t(`followUp:code.${coveredBy}`) }));
    else if (rawOn !== dueOn) notes.push(t('preview.moved', { day: format.day(rawOn) }));
    if (dueOnNow === null) notes.push(t('preview.added'));
    else if (dueOnNow !== dueOn) notes.push(t('preview.other', { day: format.day(dueOnNow) }));
    if (isProvisional) notes.push(t('preview.provisional'));
    return notes;
  };
}
