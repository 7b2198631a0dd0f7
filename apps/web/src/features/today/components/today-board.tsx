import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { TodayDocument } from '@contract/gql';
import { KeyHints } from '../../../components/key-hints';
import { PageHead } from '../../../components/page-head';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { useCursor } from '../../../lib/keys/use-cursor';
import { useKeys } from '../../../lib/keys/use-keys';
import { ClientSections } from './client-sections';
import { CountsStrip, GROUPS, goToGroup } from './counts-strip';
import { DueFollowUps, type DueFollowUp } from './due-follow-ups';
import { EnterpriseSections } from './enterprise-sections';
import { FollowUpSections } from './follow-up-sections';
import type { TodayData } from './today-data';

interface TodayBoardProps {
  /** The app knows how a contact is recorded; this page only says for which follow-up. */
  readonly recordContact: (followUp: DueFollowUp, onClose: () => void) => ReactNode;
  /** How a follow-up is put off. */
  readonly postpone: (followUp: DueFollowUp, onClose: () => void) => ReactNode;
  /** The lines of what follow-ups brought to do. */
  readonly tasks: (rows: TodayData['tasks']) => ReactNode;
  readonly actions: ReactNode;
}

/** What is due today, answered without a click. */
export function TodayBoard({ actions, ...board }: TodayBoardProps): ReactNode {
  const { t } = useTranslation('today');
  const format = useFormat();
  const read = useRead(TodayDocument, {});
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub', { day: format.dayWithWeekday(format.today) })}>
        {actions}
      </PageHead>
      <Loaded of={read} rows={8}>
        {({ today }) => <Board today={today} {...board} />}
      </Loaded>
    </>
  );
}

interface BoardProps extends Omit<TodayBoardProps, 'actions'> {
  readonly today: TodayData;
}

function Board({ today, recordContact, postpone, tasks }: BoardProps): ReactNode {
  const [open, setOpen] = useState<DueFollowUp | null>(null);
  const [postponed, setPostponed] = useState<DueFollowUp | null>(null);
  const cursor = useCursor(today.dueFollowUps.length);
  const current = today.dueFollowUps[cursor.index];
  const navigate = useNavigate();
  useKeys({
    j: cursor.down,
    k: cursor.up,
    c: () => setOpen(current ?? null),
    s: () => setPostponed(current ?? null),
    Enter: () => current !== undefined && void navigate(`/clients/${current.client.id}`),
    ...Object.fromEntries(GROUPS.map((group, index) => [String(index + 1), () => goToGroup(group)])),
  });
  return (
    <>
      <CountsStrip counts={today.counts} />
      <div className="two-col">
        <div className="stack" style={{ gap: 14 }}>
          <DueFollowUps rows={today.dueFollowUps} currentIndex={cursor.index} onRecord={setOpen} />
          <FollowUpSections today={today} tasks={tasks} />
          <ClientSections today={today} />
        </div>
        <EnterpriseSections today={today} />
      </div>
      <TodayHints />
      {postponed === null ? null : postpone(postponed, () => setPostponed(null))}
      {open === null ? null : recordContact(open, () => setOpen(null))}
    </>
  );
}

function TodayHints(): ReactNode {
  const { t } = useTranslation('today');
  return (
    <KeyHints
      hints={[
        { keys: ['J', 'K'], does: t('keys.move') },
        { keys: ['Enter'], does: t('keys.open') },
        { keys: ['C'], does: t('keys.record') },
        { keys: ['S'], does: t('keys.snooze') },
        { keys: ['1', '–', String(GROUPS.length)], does: t('keys.group') },
      ]}
    />
  );
}
