import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PositionList } from '../../features/positions';

/** All positions, for staff. */
export function PositionsPage(): ReactNode {
  const { t } = useTranslation('positions');
  return (
    <PositionList
      isOwn={false}
      actions={
        <Link className="btn" to="/imports?kind=POSITIONS">
          {t('import')}
        </Link>
      }
    />
  );
}
