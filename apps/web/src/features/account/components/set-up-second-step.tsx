import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnAccountDocument } from '@contract/gql';
import { Logo } from '../../../components/logo';
import { Note } from '../../../components/note';
import { Loaded } from '../../../components/states/loaded';
import { useRead } from '../../../lib/graphql/use-read';
import '../../../styles/account.css';
import { Passkeys } from './passkeys';
import { SecondFactor } from './second-factor';

interface SetUpSecondStepProps {
  /** One is set up; she may go on when she has noted what she has to. */
  readonly isDone: boolean;
  readonly onGoOn: () => void;
}

/** Where a second step is demanded, it comes before everything else: a passkey, or an authenticator app. */
export function SetUpSecondStep({ isDone, onGoOn }: SetUpSecondStepProps): ReactNode {
  const { t } = useTranslation('account');
  const read = useRead(OwnAccountDocument, {});
  return (
    <main className="first-step stack">
      <title>{t('firstStep.title')}</title>
      <span className="brand">
        <Logo />
        {t('common:product')}
      </span>
      <h1 className="si-h">{t('firstStep.title')}</h1>
      <p className="mut">{t('firstStep.text')}</p>
      {isDone ? (
        <Note role="status">
          <span className="stack" style={{ gap: 10 }}>
            {t('firstStep.done')}
            <span>
              <button type="button" className="btn pri" onClick={onGoOn}>
                {t('firstStep.goOn')}
              </button>
            </span>
          </span>
        </Note>
      ) : null}
      <Loaded of={read}>
        {({ ownAccount }) => (
          <>
            <Passkeys passkeys={ownAccount.passkeys} />
            <SecondFactor isOn={ownAccount.hasSecondFactor} codesLeft={ownAccount.recoveryCodesLeft} />
          </>
        )}
      </Loaded>
    </main>
  );
}
