import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { BeginSecondFactorDocument, ConfirmSecondFactorDocument, RemoveSecondFactorDocument } from '@contract/gql';
import { Note } from '../../../components/note';
import { PlainField } from '../../../components/plain-field';
import { QrCode } from '../../../components/qr-code';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';
import { RecoveryCodes } from './recovery-codes';

type Step =
  | { readonly kind: 'closed' | 'password' | 'removing' }
  | { readonly kind: 'scan'; readonly secret: string; readonly uri: string }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

interface SecondFactorProps {
  readonly isOn: boolean;
  readonly codesLeft: number;
}

/** Switches the second step of signing in on and off. */
export function SecondFactor({ isOn, codesLeft }: SecondFactorProps): ReactNode {
  const { t } = useTranslation('account');
  const [step, setStep] = useState<Step>({ kind: 'closed' });
  const close = (): void => setStep({ kind: 'closed' });
  return (
    <section className="card stack" style={{ gap: 14 }} aria-label={t('factor.title')}>
      <div className="row g8 wrap">
        <h2>{t('factor.title')}</h2>
        <span className="sp" />
        {step.kind === 'closed' ? (
          <button type="button" className="btn" onClick={() => setStep({ kind: isOn ? 'removing' : 'password' })}>
            {t(isOn ? 'factor.remove' : 'factor.start')}
          </button>
        ) : null}
      </div>
      <p className="mut">{isOn ? t('factor.on', { count: codesLeft }) : t('factor.off')}</p>
      <p className="s13 mut">{t('factor.text')}</p>
      {step.kind === 'password' ? <Begin onStep={setStep} onCancel={close} /> : null}
      {step.kind === 'scan' ? <Scan secret={step.secret} uri={step.uri} onStep={setStep} onCancel={close} /> : null}
      {step.kind === 'codes' ? <RecoveryCodes text={t('factor.codes')} codes={step.codes} onNoted={close} /> : null}
      {step.kind === 'removing' ? <Remove onDone={close} onCancel={close} /> : null}
    </section>
  );
}

interface StepFormProps {
  readonly submitLabel: string;
  readonly isRunning: boolean;
  readonly onSubmit: () => Promise<CommandResult<unknown>>;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** One step: its fields, what was wrong with them, on and back. */
function StepForm({ submitLabel, isRunning, onSubmit, onCancel, children }: StepFormProps): ReactNode {
  const { t } = useTranslation('account');
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    const result = await onSubmit();
    if (result.kind === 'failed') setProblem(t('common:form.failed'));
    if (result.kind === 'refused') setProblem(result.refusals.map(refusalText).join(' '));
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isRunning) void send();
  };
  return (
    <form className="stack" style={{ gap: 14, maxWidth: 420 }} onSubmit={submit}>
      {problem === null ? null : (
        <Note tone="wheat" role="alert">
          {problem}
        </Note>
      )}
      {children}
      <div className="row g8">
        <button type="submit" className="btn pri" aria-disabled={isRunning}>
          {submitLabel}
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          {t('factor.cancel')}
        </button>
      </div>
    </form>
  );
}

interface StepProps {
  readonly onStep: (step: Step) => void;
  readonly onCancel: () => void;
}

function Begin({ onStep, onCancel }: StepProps): ReactNode {
  const { t } = useTranslation('account');
  const { run, isRunning } = useCommand(BeginSecondFactorDocument);
  const [password, setPassword] = useState('');
  const begin = async (): Promise<CommandResult<unknown>> => {
    const result = await run({ currentPassword: password });
    if (result.kind === 'done')
      onStep({ kind: 'scan', secret: result.payload.secret ?? '', uri: result.payload.uri ?? '' });
    return result;
  };
  return (
    <StepForm submitLabel={t('factor.next')} isRunning={isRunning} onSubmit={begin} onCancel={onCancel}>
      <PlainField
        label={t('factor.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </StepForm>
  );
}

function Scan({ secret, uri, onStep, onCancel }: StepProps & { secret: string; uri: string }): ReactNode {
  const { t } = useTranslation('account');
  const { run, isRunning } = useCommand(ConfirmSecondFactorDocument);
  const [code, setCode] = useState('');
  const confirm = async (): Promise<CommandResult<unknown>> => {
    const result = await run({ code });
    if (result.kind === 'done') onStep({ kind: 'codes', codes: result.payload.recoveryCodes ?? [] });
    return result;
  };
  return (
    <StepForm submitLabel={t('factor.confirm')} isRunning={isRunning} onSubmit={confirm} onCancel={onCancel}>
      <p>{t('factor.scan')}</p>
      <QrCode text={uri} label={t('factor.picture')} />
      <p className="s13">
        {t('factor.secret')}: <output style={{ overflowWrap: 'anywhere' }}>{secret}</output>
      </p>
      <PlainField label={t('factor.code')} type="text" autoComplete="one-time-code" value={code} onChange={setCode} />
    </StepForm>
  );
}

function Remove({ onDone, onCancel }: { readonly onDone: () => void; readonly onCancel: () => void }): ReactNode {
  const { t } = useTranslation('account');
  const { run, isRunning } = useCommand(RemoveSecondFactorDocument);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const remove = async (): Promise<CommandResult<unknown>> => {
    const result = await run({ currentPassword: password, code });
    if (result.kind === 'done') onDone();
    return result;
  };
  return (
    <StepForm submitLabel={t('factor.remove')} isRunning={isRunning} onSubmit={remove} onCancel={onCancel}>
      <PlainField
        label={t('factor.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <PlainField
        label={t('factor.codeOrRecovery')}
        type="text"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
      />
    </StepForm>
  );
}
