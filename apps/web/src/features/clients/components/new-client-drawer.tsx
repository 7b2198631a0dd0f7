import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientChoicesDocument, CreateClientDocument, type ClientInput } from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField, SelectField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { EDUCATION } from './education';

interface NewClientValues {
  readonly fileNumber: string;
  readonly name: string;
  readonly phone: string;
  readonly birthYear?: string;
  readonly township: string;
  readonly educationCode: string;
}

interface NewClientDrawerProps {
  readonly onClose: () => void;
}

/** A new client with what is needed to begin; the rest follows on her page. */
export function NewClientDrawer({ onClose }: NewClientDrawerProps): ReactNode {
  const { t } = useTranslation('clients');
  const { run, isRunning } = useCommand(CreateClientDocument);
  const report = useReport();
  const done = (): void => {
    report({ kind: 'done', payload: null }, t('form.created'));
    onClose();
  };
  return (
    <SideDrawer title={t('new')} onClose={onClose}>
      <CommandForm<NewClientValues, unknown>
        initial={{ educationCode: '70' }}
        submitLabel={t('form.create')}
        isRunning={isRunning}
        onSubmit={(values) => run({ input: inputOf(values) })}
        onDone={done}
      >
        <NewClientFields />
      </CommandForm>
    </SideDrawer>
  );
}

function inputOf({ birthYear = '', ...values }: NewClientValues): ClientInput {
  return { ...values, ...(birthYear.trim() === '' ? {} : { birthYear: Number(birthYear) }) };
}

function NewClientFields(): ReactNode {
  const { t } = useTranslation('clients');
  const townships = useRead(ClientChoicesDocument, {}).data?.townships ?? [];
  return (
    <>
      <InputField name="fileNumber" label={t('form.fileNumber')} help={t('form.fileNumberHelp')} />
      <InputField name="name" label={t('form.name')} />
      <InputField name="phone" label={t('form.phone')} type="tel" />
      <InputField name="birthYear" label={t('form.birthYear')} inputMode="numeric" isOptional />
      <SelectField
        name="township"
        label={t('form.township')}
        choices={townships.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SelectField
        name="educationCode"
        label={t('form.education')}
        choices={EDUCATION.map((value) => ({ value, label: t(`common:education.${value}`) }))}
      />
    </>
  );
}
