import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { Note } from '../../../components/note';
import { canPseudonymise, PASSPHRASE_LENGTH } from '../../../lib/pseudonym/pseudonym';

/** Where the codes of employees come from. */
export type CodesChoice =
  { readonly kind: 'make'; readonly passphrase: string; readonly again: string } | { readonly kind: 'own' };

interface EmployeeCodesProps {
  readonly choice: CodesChoice;
  readonly onChange: (choice: CodesChoice) => void;
}

/** Codes in place of employee numbers, made here under a passphrase that stays with the enterprise. */
export function EmployeeCodes({ choice, onChange }: EmployeeCodesProps): ReactNode {
  const { t } = useTranslation('payroll');
  const make = choice.kind === 'make' ? choice : { kind: 'make' as const, passphrase: '', again: '' };
  return (
    <Card title={t('codes')}>
      <fieldset className="cb stack g8 bare">
        <legend className="s13">{t('codesText')}</legend>
        <label className="row g6">
          <input type="radio" name="codes" checked={choice.kind === 'make'} onChange={() => onChange(make)} />
          {t('makeCodes')}
        </label>
        <label className="row g6">
          <input type="radio" name="codes" checked={choice.kind === 'own'} onChange={() => onChange({ kind: 'own' })} />
          {t('ownCodes')}
        </label>
        {choice.kind === 'make' ? <Passphrase choice={choice} onChange={onChange} /> : null}
      </fieldset>
    </Card>
  );
}

interface PassphraseProps {
  readonly choice: Extract<CodesChoice, { kind: 'make' }>;
  readonly onChange: (choice: CodesChoice) => void;
}

function Passphrase({ choice, onChange }: PassphraseProps): ReactNode {
  const { t } = useTranslation('payroll');
  if (!canPseudonymise()) return <Note tone="wheat">{t('noCryptography')}</Note>;
  const { passphrase, again } = choice;
  const isShort = passphrase !== '' && passphrase.length < PASSPHRASE_LENGTH;
  const differs = again !== '' && again !== passphrase;
  return (
    <>
      <PassphraseInput
        id="passphrase"
        label={t('passphrase')}
        value={passphrase}
        problem={isShort ? t('passphraseShort', { least: PASSPHRASE_LENGTH }) : null}
        onChange={(value) => onChange({ ...choice, passphrase: value })}
      />
      <PassphraseInput
        id="passphrase-again"
        label={t('passphraseAgain')}
        value={again}
        problem={differs ? t('passphraseDiffers') : null}
        onChange={(value) => onChange({ ...choice, again: value })}
      />
      <Note tone="slate">{t('passphraseText')}</Note>
    </>
  );
}

interface PassphraseInputProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly problem: string | null;
  readonly onChange: (value: string) => void;
}

function PassphraseInput({ id, label, value, problem, onChange }: PassphraseInputProps): ReactNode {
  return (
    <div className="stack g6">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="inp"
        type="password"
        autoComplete="off"
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => onChange(target.value)}
      />
      <span className="err" id={`${id}-problem`} aria-live="polite">
        {problem}
      </span>
    </div>
  );
}
