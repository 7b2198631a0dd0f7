import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../../components/note';

interface RecoveryCodesProps {
  /** What they are for. */
  readonly text: string;
  readonly codes: readonly string[];
  readonly onNoted: () => void;
}

/** Recovery codes, shown this one time. */
export function RecoveryCodes({ text, codes, onNoted }: RecoveryCodesProps): ReactNode {
  const { t } = useTranslation('account');
  return (
    <div className="stack" style={{ gap: 14 }}>
      <Note tone="wheat" role="status">
        {text}
      </Note>
      <ul className="b" style={{ columns: 2, maxWidth: 420 }}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div>
        <button type="button" className="btn pri" onClick={onNoted}>
          {t('factor.noted')}
        </button>
      </div>
    </div>
  );
}
