import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const PATIENCE_MS = 10_000;
const WIDTHS = ['62%', '80%', '54%', '72%', '66%'] as const;

interface SkeletonProps {
  readonly rows?: number;
}

/** Rows to come, at their true height; after ten seconds it says that people may leave. */
export function Skeleton({ rows = 4 }: SkeletonProps): ReactNode {
  const { t } = useTranslation('common');
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton" role="status">
      <span className="sr">{t('loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div className="li" key={row} style={{ height: 41 }}>
          <span className="skel" style={{ width: WIDTHS[row % WIDTHS.length] }} />
        </div>
      ))}
      {isSlow ? <p className="li mut">{t('slow')}</p> : null}
    </div>
  );
}
