import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EnterIdentityNumberDocument, type FilingPurpose } from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField, RadioField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { useCommand } from '../../../lib/graphql/use-command';
import type { KeptNumber } from './kept-number';

const PURPOSES: readonly FilingPurpose[] = ['SUBSIDY_CLAIM', 'SOCIAL_INSURANCE'];

interface NumberValues {
  readonly number: string;
  readonly purpose: FilingPurpose;
}

interface IdentityNumberDrawerProps {
  readonly clientId: string;
  readonly kept: KeptNumber | null;
  readonly onClose: () => void;
}

/** Enters the number; the old one is not shown here. */
export function IdentityNumberDrawer({ clientId, kept, onClose }: IdentityNumberDrawerProps): ReactNode {
  const { t } = useTranslation('clients');
  const { run, isRunning } = useCommand(EnterIdentityNumberDocument);
  const report = useReport();
  const done = (): void => {
    report({ kind: 'done', payload: null }, t('identity.saved'));
    onClose();
  };
  return (
    <SideDrawer title={kept === null ? t('identity.enter') : t('identity.replace')} onClose={onClose}>
      <CommandForm<NumberValues, unknown>
        initial={kept === null ? {} : { purpose: kept.purpose }}
        submitLabel={t('identity.save')}
        isRunning={isRunning}
        onSubmit={(values) => run({ ...values, id: clientId, expectedVersion: kept?.version ?? null })}
        onDone={done}
      >
        <InputField name="number" label={t('identity.title')} help={t('identity.help')} />
        <RadioField
          name="purpose"
          label={t('identity.purpose')}
          choices={PURPOSES.map((value) => ({ value, label: t(`identity.filing.${value}`) }))}
        />
        <p className="mut">{t('identity.why')}</p>
      </CommandForm>
    </SideDrawer>
  );
}
