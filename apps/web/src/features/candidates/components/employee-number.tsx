import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordEmployeeNumberDocument } from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import { canPseudonymise, pseudonymiserOf } from '../../../lib/pseudonym/pseudonym';
import type { Candidate } from '../hooks/candidate-views';

interface EmployeeNumberProps {
  readonly candidate: Candidate;
}

/** The number by which the enterprise's payroll knows the person it hired. */
export function EmployeeNumber({ candidate }: EmployeeNumberProps): ReactNode {
  const { t } = useTranslation('candidates');
  const [isOpen, setIsOpen] = useState(false);
  const { employeeNumber } = candidate;
  return (
    <p className="row g6 s13">
      <span>
        {employeeNumber === null ? t('employeeNumber.none') : t('employeeNumber.is', { number: employeeNumber })}
      </span>
      <button type="button" className="btn sm" onClick={() => setIsOpen(true)}>
        {t(employeeNumber === null ? 'employeeNumber.add' : 'employeeNumber.change')}
      </button>
      {isOpen ? <NumberDrawer candidate={candidate} onClose={() => setIsOpen(false)} /> : null}
    </p>
  );
}

interface NumberValues {
  readonly employeeNumber: string;
  /** Stays in this browser: with it the number is sent as the code that the payroll has. */
  readonly passphrase?: string;
}

interface NumberDrawerProps extends EmployeeNumberProps {
  readonly onClose: () => void;
}

function NumberDrawer({ candidate, onClose }: NumberDrawerProps): ReactNode {
  const { t } = useTranslation('candidates');
  const report = useReport();
  const { run, isRunning } = useCommand(RecordEmployeeNumberDocument);
  const send = async ({ employeeNumber, passphrase = '' }: NumberValues): Promise<CommandResult<unknown>> => {
    const code =
      passphrase === '' ? employeeNumber : await (await pseudonymiserOf(passphrase)).pseudonymOf(employeeNumber);
    return run({ id: candidate.id, employeeNumber: code });
  };
  const done = (): void => {
    report({ kind: 'done', payload: null }, t('employeeNumber.saved'));
    onClose();
  };
  return (
    <SideDrawer title={t('employeeNumber.label')} onClose={onClose}>
      <CommandForm<NumberValues, unknown>
        initial={{ employeeNumber: candidate.employeeNumber ?? '' }}
        submitLabel={t('employeeNumber.save')}
        isRunning={isRunning}
        onSubmit={send}
        onDone={done}
      >
        <InputField name="employeeNumber" label={t('employeeNumber.label')} help={t('employeeNumber.help')} />
        {canPseudonymise() ? (
          <InputField
            name="passphrase"
            label={t('employeeNumber.passphrase')}
            help={t('employeeNumber.passphraseHelp')}
            type="password"
            isOptional
          />
        ) : null}
      </CommandForm>
    </SideDrawer>
  );
}
