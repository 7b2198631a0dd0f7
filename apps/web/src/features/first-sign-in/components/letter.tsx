import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QrCode } from '../../../components/qr-code';
import { useFormat } from '../../../lib/format/use-format';
import { useViewer } from '../../../lib/session/viewer-context';
import '../../../styles/letter.css';

interface LetterProps {
  readonly login: string;
  readonly code: string;
  readonly expiresAt: string;
}

/** One page in large type. It says how to sign in and nothing else: no name, no programme, no reason. */
export function Letter({ login, code, expiresAt }: LetterProps): ReactNode {
  const { t } = useTranslation('letter');
  const format = useFormat();
  const viewer = useViewer();
  const [holdsCode, setHoldsCode] = useState(false);
  const origin = window.location.origin;
  // Behind #: a browser keeps that part to itself, so neither login nor code stands in any server's log.
  const picture = `${origin}/sign-in#first=${login}${holdsCode ? `&code=${code.replace(/\D/g, '')}` : ''}`;
  return (
    <>
      <div className="row g8 wrap no-print">
        <button type="button" className="btn pri" onClick={() => window.print()}>
          {t('print')}
        </button>
        <label className="pick">
          <input type="checkbox" checked={holdsCode} onChange={(event) => setHoldsCode(event.target.checked)} />
          {t('holdsCode')}
        </label>
      </div>
      <article className="letter" aria-label={t('preview')}>
        <h2>{viewer.productName}</h2>
        <p className="mut">{viewer.organisationName}</p>
        <p>{t('opening')}</p>
        <ol>
          <li>{t('step.open', { address: origin })}</li>
          <li>{t('step.write')}</li>
          <li>{t('step.choose')}</li>
        </ol>
        <div className="letter-facts">
          <dl>
            <dt>{t('login')}</dt>
            <dd>{login}</dd>
            <dt>{t('code')}</dt>
            <dd>{code}</dd>
            <dt>{t('validUntil')}</dt>
            <dd className="small">{format.instant(expiresAt)}</dd>
          </dl>
          <QrCode text={picture} label={t('picture')} />
        </div>
        <p>{t('closing')}</p>
      </article>
    </>
  );
}
