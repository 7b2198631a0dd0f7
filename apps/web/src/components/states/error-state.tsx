import Disconnect from '@ant-design/icons-svg/es/asn/DisconnectOutlined';
import Search from '@ant-design/icons-svg/es/asn/SearchOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from './empty-state';

interface ErrorStateProps {
  readonly onRetry: () => void;
}

/** Nothing came back: what is kept, and one button to try again. */
export function ErrorState({ onRetry }: ErrorStateProps): ReactNode {
  const { t } = useTranslation('common');
  return (
    <div role="alert">
      <EmptyState icon={Disconnect} title={t('error.title')} text={t('error.text')}>
        <button type="button" className="btn pri" onClick={onRetry}>
          {t('retry')}
        </button>
      </EmptyState>
    </div>
  );
}

/** Absent and not visible look the same. */
export function NotHere(): ReactNode {
  const { t } = useTranslation('common');
  return (
    <section className="card">
      <EmptyState icon={Search} title={t('notHere.title')} text={t('notHere.text')}>
        <Link className="btn" to="/">
          {t('notHere.back')}
        </Link>
      </EmptyState>
    </section>
  );
}
