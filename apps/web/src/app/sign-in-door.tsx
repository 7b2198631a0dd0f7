import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PhoneDoorDocument } from '@contract/gql';
import { CodeForm, PinForm, takeLetter } from '../features/phone';
import { PROVIDER_ANSWERS, ProviderEntrance, ProviderStepForm, SignInPage } from '../features/session';
import { ForgotPassword, LostFactor } from '../features/sign-in-help';
import { useRead } from '../lib/graphql/use-read';
import { useProviderAnswer } from '../lib/session/use-provider-answer';

type Way = 'password' | 'code' | 'pin' | 'forgot' | 'lost' | 'step';

interface SignInDoorProps {
  readonly onSignedIn: () => void;
}

/** The sign-in page with the way in that fits this browser: digits on a known phone, the code of a letter, else a password. */
export function SignInDoor({ onSignedIn }: SignInDoorProps): ReactNode {
  const { t } = useTranslation('phone');
  const [letter] = useState(takeLetter);
  const [chosen, setChosen] = useState<Way | null>(letter === null ? null : 'code');
  const answer = useProviderAnswer(PROVIDER_ANSWERS);
  const read = useRead(PhoneDoorDocument, {});
  if (read.data === undefined && read.error === undefined) return null;
  const { takesPin = false, asksLogin = false } = read.data?.phoneDoor ?? {};
  const way = chosen ?? firstWay(answer !== null, answer === 'step', takesPin);
  const ways: readonly Way[] = [
    ...(takesPin ? (['pin'] as const) : []),
    'password',
    'code',
    ...(way === 'password' ? (['forgot', 'lost'] as const) : []),
  ];
  const form = {
    password: undefined,
    code: <CodeForm letter={letter} onSignedIn={onSignedIn} />,
    pin: <PinForm asksLogin={asksLogin} onSignedIn={onSignedIn} />,
    forgot: <ForgotPassword />,
    lost: <LostFactor />,
    step: <ProviderStepForm onSignedIn={onSignedIn} />,
  }[way];
  return (
    <SignInPage onSignedIn={onSignedIn} form={form}>
      {way === 'password' ? <ProviderEntrance answer={answer} /> : null}
      {ways
        .filter((one) => one !== way)
        .map((one) => (
          <button key={one} type="button" className="btn txt wide" onClick={() => setChosen(one)}>
            {t(`way.${one}`)}
          </button>
        ))}
    </SignInPage>
  );
}

/** Who comes from the provider takes the second step or reads why not; a known phone asks for its digits. */
function firstWay(isFromProvider: boolean, isStepAsked: boolean, takesPin: boolean): Way {
  if (isFromProvider) return isStepAsked ? 'step' : 'password';
  return takesPin ? 'pin' : 'password';
}
