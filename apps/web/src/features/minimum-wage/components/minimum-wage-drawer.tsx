import { Checkbox, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AddMinimumWageDocument,
  ChangeMinimumWageDocument,
  MinimumWageEffectDocument,
  type MinimumWageFactsFragment,
} from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { Note } from '../../../components/note';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

interface WageValues {
  readonly effectiveFrom: string;
  readonly monthly: string;
  readonly hourly: string;
  readonly source: string;
  readonly publishedOn?: string;
  readonly excludesEmployeeSi?: boolean;
  readonly isVerified?: boolean;
}

interface MinimumWageDrawerProps {
  /** Null = a new row. */
  readonly wage: MinimumWageFactsFragment | null;
  readonly onClose: () => void;
}

/** A row of the minimum wage, and which checked months it has checked again. */
export function MinimumWageDrawer({ wage, onClose }: MinimumWageDrawerProps): ReactNode {
  const { t } = useTranslation('minimumWage');
  const report = useReport();
  const add = useCommand(AddMinimumWageDocument);
  const change = useCommand(ChangeMinimumWageDocument);
  const save = (values: WageValues): Promise<CommandResult<unknown>> => {
    const input = inputOf(values, wage);
    return wage === null ? add.run({ input }) : change.run({ id: wage.id, input });
  };
  const done = (): void => {
    report({ kind: 'done', payload: null }, t('saved'));
    onClose();
  };
  return (
    <SideDrawer title={t(wage === null ? 'add' : 'change')} onClose={onClose}>
      <CommandForm<WageValues, unknown>
        initial={initialOf(wage)}
        submitLabel={t('save')}
        isRunning={add.isRunning || change.isRunning}
        onSubmit={save}
        onDone={done}
      >
        {wage === null ? (
          <InputField name="effectiveFrom" label={t('from')} type="date" help={t('fromHelp')} />
        ) : (
          <FixedDay day={wage.effectiveFrom} />
        )}
        <InputField name="monthly" label={t('monthly')} inputMode="decimal" unit={t('yuan')} />
        <InputField name="hourly" label={t('hourly')} inputMode="decimal" unit={t('yuan')} />
        <InputField name="source" label={t('source')} help={t('sourceHelp')} />
        <InputField name="publishedOn" label={t('published')} type="date" isOptional />
        <Form.Item name="excludesEmployeeSi" valuePropName="checked">
          <Checkbox>{t('excludesSi')}</Checkbox>
        </Form.Item>
        <Form.Item name="isVerified" valuePropName="checked">
          <Checkbox>{t('verified')}</Checkbox>
        </Form.Item>
        <WhatRunsAgain known={wage?.effectiveFrom ?? null} />
      </CommandForm>
    </SideDrawer>
  );
}

function FixedDay({ day }: { readonly day: string }): ReactNode {
  const { t } = useTranslation('minimumWage');
  const format = useFormat();
  return (
    <p>
      {t('from')} <b>{format.day(day)}</b>
      <span className="s13"> {t('dayFixed')}</span>
    </p>
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Follows the day that is typed; says nothing before there is one. */
function WhatRunsAgain({ known }: { readonly known: string | null }): ReactNode {
  const typed = Form.useWatch('effectiveFrom') as string | undefined;
  const day = known ?? typed ?? '';
  return DAY.test(day) ? <Effect key={day} effectiveFrom={day} /> : null;
}

function Effect({ effectiveFrom }: { readonly effectiveFrom: string }): ReactNode {
  const { t } = useTranslation('minimumWage');
  const format = useFormat();
  const read = useRead(MinimumWageEffectDocument, { effectiveFrom });
  return (
    <Loaded of={read}>
      {({ minimumWageEffect }) => (
        <Note tone="slate">
          {minimumWageEffect.length === 0 ? t('nothingAgain') : t('again')}
          {minimumWageEffect.map(({ period, enterprises, checks }) => (
            <p key={period}>
              {t('againMonth', {
                month: format.month(period),
                enterprises: format.count(enterprises),
                checks: format.count(checks),
              })}
            </p>
          ))}
        </Note>
      )}
    </Loaded>
  );
}

function initialOf(wage: MinimumWageFactsFragment | null): Partial<WageValues> {
  if (wage === null) return { excludesEmployeeSi: false, isVerified: false };
  const { monthly, hourly, source, publishedOn, excludesEmployeeSi, isVerified } = wage;
  const published = publishedOn === null ? {} : { publishedOn };
  return { monthly: monthly.amount, hourly: hourly.amount, source, excludesEmployeeSi, isVerified, ...published };
}

function inputOf(values: WageValues, wage: MinimumWageFactsFragment | null) {
  const { monthly, hourly, source, publishedOn } = values;
  return {
    effectiveFrom: wage?.effectiveFrom ?? values.effectiveFrom,
    monthly: monthly.trim(),
    hourly: hourly.trim(),
    source,
    publishedOn: publishedOn === undefined || publishedOn === '' ? null : publishedOn,
    excludesEmployeeSi: values.excludesEmployeeSi === true,
    isVerified: values.isVerified === true,
  };
}
