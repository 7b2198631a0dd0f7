import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PositionTabsProps {
  readonly positions: readonly { readonly id: string; readonly title: string }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** All positions together, or one of them. */
export function PositionTabs({ positions, value, onChange }: PositionTabsProps): ReactNode {
  const { t } = useTranslation('candidates');
  const tabs = [{ id: '', title: t('allPositions') }, ...positions];
  return (
    <div className="tabs scroll" role="group" aria-label={t('byPosition')}>
      {tabs.map(({ id, title }) => (
        <button type="button" key={id} aria-pressed={id === value} onClick={() => onChange(id)}>
          {title}
        </button>
      ))}
    </div>
  );
}
