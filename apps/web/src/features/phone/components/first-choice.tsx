import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseOwnPasswordDocument, ChoosePinDocument, RememberPhoneDocument } from '@contract/gql';
import { Logo } from '../../../components/logo';
import { PlainField } from '../../../components/plain-field';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import { DigitField } from './digit-field';
import { ShortForm } from '../../../components/short-form';

/** What a form says of a command that came back. */
export const refusalsOf = (result: CommandResult<unknown>) => {
  if (result.kind === 'failed') return null;
  return result.kind === 'refused' ? result.refusals : [];
};

/** After the code of the letter: six digits for this phone, or a password; then everything is open. */
export function FirstChoice(): ReactNode {
  const { t } = useTranslation('phone');
  const [isPassword, setIsPassword] = useState(false);
  return (
    <main className="si-r si-alone">
      <title>{t('first.pageTitle')}</title>
      <section className="card si-card" aria-labelledby="first-choice">
        <span className="brand">
          <Logo />
          {t('common:product')}
        </span>
        <h1 className="si-h" id="first-choice" style={{ margin: '14px 0 4px' }}>
          {t(isPassword ? 'first.password' : 'first.pin')}
        </h1>
        {isPassword ? <PasswordChoice /> : <PinChoice />}
        <button type="button" className="btn txt wide" onClick={() => setIsPassword(!isPassword)}>
          {t(isPassword ? 'first.ratherPin' : 'first.ratherPassword')}
        </button>
      </section>
    </main>
  );
}

function PinChoice(): ReactNode {
  const { t } = useTranslation('phone');
  const choose = useCommand(ChoosePinDocument);
  const remember = useCommand(RememberPhoneDocument);
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [isRemembered, setIsRemembered] = useState(false);
  const send = async () => {
    const chosen = await choose.run({ pin });
    if (chosen.kind !== 'done' || !isRemembered) return refusalsOf(chosen);
    return refusalsOf(await remember.run({ isRemembered }));
  };
  return (
    <ShortForm submitLabel={t('first.savePin')} check={() => (pin === again ? null : t('pin.differs'))} onSubmit={send}>
      <p className="mut">{t('first.pinText')}</p>
      <DigitField label={t('pin.new')} value={pin} onChange={setPin} />
      <DigitField label={t('pin.again')} value={again} onChange={setAgain} />
      <label className="pick">
        <input type="checkbox" checked={isRemembered} onChange={(event) => setIsRemembered(event.target.checked)} />
        {t('remember.label')}
      </label>
      <p className="s13 mut">{t('remember.text')}</p>
    </ShortForm>
  );
}

function PasswordChoice(): ReactNode {
  const { t } = useTranslation('phone');
  const { run } = useCommand(ChooseOwnPasswordDocument);
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  return (
    <ShortForm
      submitLabel={t('first.savePassword')}
      check={() => (next === again ? null : t('password.differs'))}
      onSubmit={async () => refusalsOf(await run({ newPassword: next }))}
    >
      <p className="mut">{t('password.rule')}</p>
      <PlainField
        label={t('password.new')}
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={setNext}
      />
      <PlainField
        label={t('password.again')}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
      />
    </ShortForm>
  );
}
