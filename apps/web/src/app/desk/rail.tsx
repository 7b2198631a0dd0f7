import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { Role } from '@contract/gql';
import { Icon } from '../../components/icon';
import { railOf, type DeskRole, type Entry } from './navigation';
import { useRailCounts } from './use-rail-counts';

interface RailProps {
  readonly role: Role;
}

/** The entries of a role; nobody sees one she cannot open. */
export function Rail({ role }: RailProps): ReactNode {
  const { t } = useTranslation('shell');
  const deskRole = role as DeskRole;
  const counts = useRailCounts(deskRole);
  return (
    <nav className="rail" aria-label={t('common:mainNavigation')}>
      {railOf[deskRole].map((entry) => (
        <RailEntry key={entry.key} entry={entry} count={entry.count === undefined ? undefined : counts[entry.count]} />
      ))}
      <p className="foot">{t(`foot.${deskRole}`, { defaultValue: '' })}</p>
    </nav>
  );
}

interface RailEntryProps {
  readonly entry: Entry;
  readonly count: number | undefined;
}

function RailEntry({ entry, count }: RailEntryProps): ReactNode {
  const { t } = useTranslation('shell');
  return (
    <NavLink to={entry.path}>
      <Icon of={entry.icon} />
      <span>{t(`entry.${entry.key}`)}</span>
      {count === undefined || count === 0 ? null : <em>{count}</em>}
    </NavLink>
  );
}
