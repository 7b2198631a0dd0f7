import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TodayData } from './today-data';

/** The groups of the page in the order of their digits. */
export const GROUPS = [
  'dueFollowUps',
  'tasks',
  'unreachedFollowUps',
  'awaitedAnswers',
  'expiringConsents',
  'stalledClients',
  'enterprisesToChase',
  'findingsToTriage',
] as const;

export type Group = (typeof GROUPS)[number];

/** Brings a group into view and gives its heading the focus. */
export function goToGroup(group: Group): void {
  const section = document.getElementById(group);
  section?.scrollIntoView({ block: 'nearest' });
  section?.querySelector<HTMLElement>('a, button')?.focus();
}

interface CountsStripProps {
  readonly counts: TodayData['counts'];
}

/** Counts first; a digit leads to each group. */
export function CountsStrip({ counts }: CountsStripProps): ReactNode {
  const { t } = useTranslation('today');
  return (
    <div className="kpis eight" role="group" aria-label={t('counts')}>
      {GROUPS.map((group, index) => (
        <button type="button" key={group} className="kpi one" onClick={() => goToGroup(group)}>
          <kbd>{index + 1}</kbd>
          <span className="k">{t(`group.${group}`)}</span>
          <span className="v">{counts[group]}</span>
          {group === 'dueFollowUps' && counts.lateFollowUps > 0 ? (
            <span className="h">{t('late', { count: counts.lateFollowUps })}</span>
          ) : null}
        </button>
      ))}
    </div>
  );
}
