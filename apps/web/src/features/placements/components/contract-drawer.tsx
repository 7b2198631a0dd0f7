import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordContractTermsDocument } from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import type { Placement } from './placement-data';

interface TermsValues {
  readonly signedOn?: string;
  readonly probationEndOn?: string;
  readonly overtimeBase?: string;
  readonly lowestSameJob?: string;
  readonly payCycleDays: string;
}

interface ContractDrawerProps {
  readonly placement: Placement;
  readonly onClose: () => void;
}

/** What the signed contract says, taken down from the paper; the pay checks need it. */
export function ContractDrawer({ placement, onClose }: ContractDrawerProps): ReactNode {
  const { t } = useTranslation('placements');
  const { run, isRunning } = useCommand(RecordContractTermsDocument);
  const report = useReport();
  const send = (values: TermsValues): Promise<CommandResult<unknown>> =>
    run({
      id: placement.id,
      expectedVersion: placement.version,
      input: {
        signedOn: orNull(values.signedOn),
        probationEndOn: orNull(values.probationEndOn),
        overtimeBase: orNull(values.overtimeBase),
        lowestSameJob: orNull(values.lowestSameJob),
        payCycleDays: Number(values.payCycleDays) || 0,
      },
    });
  const done = (): void => {
    report({ kind: 'done', payload: null }, t('terms.saved'));
    onClose();
  };
  return (
    <SideDrawer title={t('terms.title')} onClose={onClose}>
      <CommandForm<TermsValues, unknown>
        initial={initialOf(placement)}
        submitLabel={t('terms.save')}
        isRunning={isRunning}
        onSubmit={send}
        onDone={done}
      >
        <InputField name="signedOn" label={t('terms.signedOn')} help={t('terms.signedOnHelp')} type="date" isOptional />
        <InputField name="probationEndOn" label={t('terms.probationEndOn')} type="date" isOptional />
        <InputField
          name="overtimeBase"
          label={t('terms.overtimeBase')}
          help={t('terms.overtimeBaseHelp')}
          inputMode="decimal"
          isOptional
        />
        <InputField
          name="lowestSameJob"
          label={t('terms.lowestSameJob')}
          help={t('terms.lowestSameJobHelp')}
          inputMode="decimal"
          isOptional
        />
        <InputField name="payCycleDays" label={t('terms.payCycleDays')} inputMode="numeric" />
      </CommandForm>
    </SideDrawer>
  );
}

const orNull = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' ? null : text.trim();

function initialOf(placement: Placement): Partial<TermsValues> {
  const { contractSignedOn, probationEndOn, overtimeBase, lowestSameJob, payCycleDays } = placement;
  return {
    payCycleDays: String(payCycleDays),
    ...(contractSignedOn === null ? {} : { signedOn: contractSignedOn }),
    ...(probationEndOn === null ? {} : { probationEndOn }),
    ...(overtimeBase === null ? {} : { overtimeBase: overtimeBase.amount }),
    ...(lowestSameJob === null ? {} : { lowestSameJob: lowestSameJob.amount }),
  };
}
