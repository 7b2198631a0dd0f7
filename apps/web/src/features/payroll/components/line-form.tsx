import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PayrollTemplateDocument, RecordPayrollLineDocument, type PayrollTemplateQuery } from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField, SelectField } from '../../../components/desk/fields';
import { Card } from '../../../components/card';
import { Note } from '../../../components/note';
import { Loaded } from '../../../components/states/loaded';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { canPseudonymise, pseudonymiserOf } from '../../../lib/pseudonym/pseudonym';
import { FIRST_FIELDS, FIELD_GROUPS, WORDS_OF, YES_NO, type PayrollKey } from '../hooks/line-fields';

type Cells = Record<string, string | undefined>;
type Columns = PayrollTemplateQuery['payrollTemplate']['columns'];

interface LineFormProps {
  readonly period: string;
}

/** One line by hand, for an enterprise without a file; the checks are those of a file. */
export function LineForm({ period }: LineFormProps): ReactNode {
  const { t } = useTranslation('payroll');
  const read = useRead(PayrollTemplateDocument, {});
  return (
    <Card title={t('enterLine')}>
      <div className="cb">
        <Loaded of={read}>
          {({ payrollTemplate }) => <Entry period={period} columns={payrollTemplate.columns} />}
        </Loaded>
      </div>
    </Card>
  );
}

function Entry({ period, columns }: { readonly period: string; readonly columns: Columns }): ReactNode {
  const { t } = useTranslation('payroll');
  const report = useReport();
  const { run, isRunning } = useCommand(RecordPayrollLineDocument);
  const [turn, setTurn] = useState(0);
  const send = async ({ passphrase, ...cells }: Cells): Promise<CommandResult<unknown>> => {
    const number = cells['employeeNumber'] ?? '';
    const code = isGiven(passphrase) ? await (await pseudonymiserOf(passphrase)).pseudonymOf(number) : number;
    const given = Object.entries({ ...cells, employeeNumber: code }).flatMap(([key, value]) =>
      isGiven(value) ? [{ key, value }] : [],
    );
    return run({ period, cells: given });
  };
  const done = (): void => {
    report({ kind: 'done', payload: null }, t('lineEntered'));
    setTurn(turn + 1);
  };
  const field = (key: PayrollKey): ReactNode => <CellField key={key} fieldKey={key} columns={columns} />;
  return (
    <CommandForm<Cells, unknown>
      key={turn}
      initial={{}}
      submitLabel={t('enter')}
      isRunning={isRunning}
      onSubmit={send}
      onDone={done}
    >
      <Note tone="slate">{t('enterText')}</Note>
      <div className="form-grid">{FIRST_FIELDS.map(field)}</div>
      {canPseudonymise() ? (
        <InputField name="passphrase" label={t('passphrase')} help={t('passphraseHelp')} isOptional type="password" />
      ) : null}
      {FIELD_GROUPS.map(({ name, keys }) => (
        <details key={name}>
          <summary>{t(`group.${name}`)}</summary>
          <div className="form-grid">{keys.map(field)}</div>
        </details>
      ))}
    </CommandForm>
  );
}

const isGiven = (value: string | undefined): value is string => value !== undefined && value.trim() !== '';

function CellField({ fieldKey, columns }: { readonly fieldKey: PayrollKey; readonly columns: Columns }): ReactNode {
  const { t } = useTranslation('payroll');
  const column = columns.find(({ key }) => key === fieldKey);
  const label = t(`column.${fieldKey}`, { defaultValue: column?.header ?? fieldKey });
  const isOptional = column?.isRequired !== true;
  const words = YES_NO.includes(fieldKey) ? ['YES', 'NO'] : WORDS_OF[fieldKey];
  if (words === undefined) {
    const isDay = fieldKey === 'agreedPayDate' || fieldKey === 'actualPayDate';
    return <InputField name={fieldKey} label={label} isOptional={isOptional} type={isDay ? 'date' : 'text'} />;
  }
  const choices = words.map((value) => ({ value, label: t(`word.${value}`) }));
  return <SelectField name={fieldKey} label={label} isOptional={isOptional} choices={choices} />;
}
