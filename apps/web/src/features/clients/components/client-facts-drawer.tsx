import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, Checkbox } from 'antd';
import { ClientChoicesDocument, UpdateClientDocument, type ClientChanges } from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField, SelectField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { fenOf } from '../../../lib/format/money';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import type { ClientFacts } from './client-facts';
import { EDUCATION } from './education';

interface FactValues {
  readonly name: string;
  readonly birthYear?: string;
  readonly educationCode: string;
  readonly phone: string;
  readonly township: string;
  readonly accommodationNeeds?: string;
  readonly skills: string[];
  readonly minAcceptablePayFen?: string;
  readonly weeklyHoursAvailable: string;
  readonly travelLimitMinutes: string;
  readonly availableFrom?: string;
}

interface ClientFactsDrawerProps {
  readonly client: ClientFacts;
  readonly clientId: string;
  readonly onClose: () => void;
}

/** Changes the facts that matching works with; a change made by somebody else meanwhile is refused, not overwritten. */
export function ClientFactsDrawer({ client, clientId, onClose }: ClientFactsDrawerProps): ReactNode {
  const { t } = useTranslation('clients');
  const { run, isRunning } = useCommand(UpdateClientDocument);
  const report = useReport();
  const done = (): void => {
    report({ kind: 'done', payload: null }, t('form.changed'));
    onClose();
  };
  const send = (values: FactValues): ReturnType<typeof run> =>
    run({ id: clientId, expectedVersion: client.version, input: changesOf(values) });
  return (
    <SideDrawer title={t('changeFacts')} onClose={onClose}>
      <CommandForm<FactValues, unknown>
        initial={valuesOf(client)}
        submitLabel={t('form.save')}
        isRunning={isRunning}
        onSubmit={send}
        onDone={done}
      >
        <FactFields />
      </CommandForm>
    </SideDrawer>
  );
}

function valuesOf(client: ClientFacts): FactValues {
  return {
    name: client.name,
    birthYear: client.birthYear === null ? '' : String(client.birthYear),
    educationCode: client.educationCode,
    phone: client.phone ?? '',
    township: client.township.code,
    accommodationNeeds: client.accommodationNeeds.join('；'),
    skills: client.skills.map(({ code }) => code),
    minAcceptablePayFen: client.minAcceptablePay?.amount ?? '',
    weeklyHoursAvailable: String(client.weeklyHoursAvailable),
    travelLimitMinutes: String(client.travelLimitMinutes),
    availableFrom: client.availableFrom ?? '',
  };
}

function changesOf({
  birthYear = '',
  minAcceptablePayFen = '',
  availableFrom = '',
  accommodationNeeds = '',
  weeklyHoursAvailable,
  travelLimitMinutes,
  ...values
}: FactValues): ClientChanges {
  return {
    ...values,
    birthYear: birthYear.trim() === '' ? null : Number(birthYear),
    accommodationNeeds: accommodationNeeds.split(/[；;]/),
    minAcceptablePayFen: fenOf(minAcceptablePayFen),
    weeklyHoursAvailable: Number(weeklyHoursAvailable),
    travelLimitMinutes: Number(travelLimitMinutes),
    availableFrom: availableFrom === '' ? null : availableFrom,
  };
}

function FactFields(): ReactNode {
  const { t } = useTranslation('clients');
  const choices = useRead(ClientChoicesDocument, {}).data;
  const named = (
    list: readonly { readonly code: string; readonly name: string }[] | undefined,
  ): { value: string; label: string }[] => (list ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <InputField name="name" label={t('form.name')} />
      <InputField name="phone" label={t('contact.phone')} type="tel" />
      <InputField name="birthYear" label={t('form.birthYear')} inputMode="numeric" isOptional />
      <SelectField
        name="educationCode"
        label={t('form.education')}
        choices={EDUCATION.map((value) => ({ value, label: t(`common:education.${value}`) }))}
      />
      <SelectField name="township" label={t('contact.township')} choices={named(choices?.townships)} />
      <InputField name="minAcceptablePayFen" label={t('work.pay')} inputMode="decimal" unit={t('yuan')} isOptional />
      <InputField name="weeklyHoursAvailable" label={t('form.hours')} inputMode="numeric" />
      <InputField name="travelLimitMinutes" label={t('form.travel')} inputMode="numeric" />
      <InputField name="accommodationNeeds" label={t('work.needs')} help={t('work.needsHelp')} isOptional />
      <InputField name="availableFrom" label={t('work.from')} type="date" isOptional />
      <Form.Item name="skills" label={t('work.skills')}>
        <Checkbox.Group className="picks two" options={named(choices?.skills)} aria-label={t('work.skills')} />
      </Form.Item>
    </>
  );
}
