import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../../components/note';

interface ShownCodeProps {
  readonly code: string;
  readonly onNoted: () => void;
}

/** A one-time code, shown once. */
export function ShownCode({ code, onNoted }: ShownCodeProps): ReactNode {
  const { t } = useTranslation('users');
  return (
    <div className="stack" style={{ gap: 14 }}>
      <p>{t('code.title')}</p>
      <output className="s26 b" aria-label={t('code.label')}>
        {code}
      </output>
      <Note tone="wheat">{t('code.once')}</Note>
      <button type="button" className="btn pri" onClick={onNoted}>
        {t('code.noted')}
      </button>
    </div>
  );
}
