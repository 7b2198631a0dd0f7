import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PinForm } from './sign-in-forms';

/** Every mutation reads what is on screen anew, the viewer among it: nothing is left to do. */
const readAnew = (): void => undefined;

/** Before pay, work and one's own data a remembered phone asks for its digits. */
export function PinGate(): ReactNode {
  const { t } = useTranslation('phone');
  return (
    <section className="card pd stack g8" aria-labelledby="pin-gate">
      <title>{t('gate.pageTitle')}</title>
      <h1 className="s18" id="pin-gate">
        {t('gate.title')}
      </h1>
      <p>{t('gate.text')}</p>
      <PinForm asksLogin={false} submitLabel={t('gate.open')} onSignedIn={readAnew} />
    </section>
  );
}
