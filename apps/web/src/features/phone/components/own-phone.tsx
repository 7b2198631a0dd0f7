import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoosePinDocument, ForgetPhoneDocument, RememberPhoneDocument } from '@contract/gql';
import { Confirm } from '../../../components/desk/confirm';
import { Note } from '../../../components/note';
import { PlainField } from '../../../components/plain-field';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';
import { useViewer } from '../../../lib/session/viewer-context';
import { DigitField } from './digit-field';
import { refusalsOf } from './first-choice';
import { ShortForm } from '../../../components/short-form';
import { PinForm } from './sign-in-forms';

/** This phone: its digits, whether it is remembered, and how it is forgotten. */
export function OwnPhone(): ReactNode {
  const { t } = useTranslation('phone');
  const { ownPhone } = useViewer();
  const [problem, setProblem] = useState<string | null>(null);
  const hasPin = ownPhone?.hasPin === true;
  return (
    <section className="card pd stack g8" aria-labelledby="own-phone">
      <h2 className="s18" id="own-phone">
        {t('own.title')}
      </h2>
      {problem === null ? null : (
        <Note tone="wheat" role="alert">
          {problem}
        </Note>
      )}
      <Digits hasPin={hasPin} />
      {hasPin ? <Remember isRemembered={ownPhone?.isRemembered === true} onProblem={setProblem} /> : null}
      {hasPin ? <Forget onProblem={setProblem} /> : null}
    </section>
  );
}

interface PartProps {
  readonly onProblem: (problem: string | null) => void;
}

function useProblem(): (result: CommandResult<unknown>) => string | null {
  const { t } = useTranslation('common');
  const refusalText = useRefusalText();
  return (result) => {
    if (result.kind === 'failed') return t('form.failed');
    return result.kind === 'refused' ? result.refusals.map(refusalText).join(' ') : null;
  };
}

type Step = 'closed' | 'old' | 'new' | 'done';

function Digits({ hasPin }: { readonly hasPin: boolean }): ReactNode {
  const { t } = useTranslation('phone');
  const [step, setStep] = useState<Step>('closed');
  if (step === 'old')
    return <PinForm asksLogin={false} submitLabel={t('own.next')} onSignedIn={() => setStep('new')} />;
  if (step === 'new') return <NewDigits asksPassword={!hasPin} onDone={() => setStep('done')} />;
  return (
    <>
      {step === 'done' ? <Note role="status">{t('own.saved')}</Note> : null}
      <p>{t(hasPin ? 'own.hasPin' : 'own.noPin')}</p>
      <button type="button" className="btn" onClick={() => setStep(hasPin ? 'old' : 'new')}>
        {t(hasPin ? 'own.change' : 'own.choose')}
      </button>
    </>
  );
}

function NewDigits({
  asksPassword,
  onDone,
}: {
  readonly asksPassword: boolean;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation('phone');
  const { run } = useCommand(ChoosePinDocument);
  const [values, setValues] = useState({ password: '', pin: '', again: '' });
  const set = (name: keyof typeof values) => (value: string) => setValues((last) => ({ ...last, [name]: value }));
  const send = async () => {
    const result = await run({ pin: values.pin, currentPassword: asksPassword ? values.password : null });
    if (result.kind === 'done') onDone();
    return refusalsOf(result);
  };
  return (
    <ShortForm
      submitLabel={t('first.savePin')}
      check={() => (values.pin === values.again ? null : t('pin.differs'))}
      onSubmit={send}
    >
      {asksPassword ? (
        <PlainField
          label={t('own.password')}
          type="password"
          autoComplete="current-password"
          value={values.password}
          onChange={set('password')}
        />
      ) : null}
      <DigitField label={t('pin.new')} value={values.pin} onChange={set('pin')} />
      <DigitField label={t('pin.again')} value={values.again} onChange={set('again')} />
    </ShortForm>
  );
}

function Remember({ isRemembered, onProblem }: PartProps & { readonly isRemembered: boolean }): ReactNode {
  const { t } = useTranslation('phone');
  const { run } = useCommand(RememberPhoneDocument);
  const problemOf = useProblem();
  return (
    <>
      <label className="pick">
        <input
          type="checkbox"
          checked={isRemembered}
          onChange={(event) => void run({ isRemembered: event.target.checked }).then((r) => onProblem(problemOf(r)))}
        />
        {t('remember.label')}
      </label>
      <p>{t('remember.text')}</p>
    </>
  );
}

function Forget({ onProblem }: PartProps): ReactNode {
  const { t } = useTranslation('phone');
  const { run } = useCommand(ForgetPhoneDocument);
  const problemOf = useProblem();
  const [isAsking, setIsAsking] = useState(false);
  const forget = async (): Promise<void> => {
    setIsAsking(false);
    const result = await run({});
    if (result.kind === 'done')
      window.location.assign('/'); // nothing that was read stays in memory
    else onProblem(problemOf(result));
  };
  return (
    <>
      <button type="button" className="btn" onClick={() => setIsAsking(true)}>
        {t('forget.button')}
      </button>
      {isAsking ? (
        <Confirm
          title={t('forget.ask')}
          text={t('forget.text')}
          yes={t('forget.button')}
          onYes={() => void forget()}
          onNo={() => setIsAsking(false)}
        />
      ) : null}
    </>
  );
}
