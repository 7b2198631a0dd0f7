import { Checkbox, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StartImportDocument, type ImportKind, type StartImportMutation } from '@contract/gql';
import { CommandForm } from '../../../components/desk/command-form';
import { RadioField } from '../../../components/desk/fields';
import { FileField } from '../../../components/desk/file-field';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';

interface ImportValues {
  readonly kind?: ImportKind;
  readonly fileId: string;
  readonly dryRun?: boolean;
}

type Started = NonNullable<StartImportMutation['startImport']>;

interface ImportFormProps {
  /** What the file may hold, the likeliest first; where it is one kind, nobody is asked. */
  readonly kinds: readonly [ImportKind, ...ImportKind[]];
  /** The month of a payroll. */
  readonly period?: string;
  readonly onStarted: (runId: string) => void;
}

/** Sends a table and starts its import. */
export function ImportForm({ kinds, period, onStarted }: ImportFormProps): ReactNode {
  const { t } = useTranslation(['imports', 'refusals']);
  const { run, isRunning } = useCommand(StartImportDocument);
  const start = ({ kind, fileId, dryRun }: ImportValues): Promise<CommandResult<Started>> => {
    return run({ input: { kind: kind ?? kinds[0], fileId, period: period ?? null, dryRun: dryRun === true } });
  };
  const started = ({ importRun }: Started): void => {
    if (importRun !== null) onStarted(importRun.id);
  };
  return (
    <CommandForm<ImportValues, Started>
      initial={{ kind: kinds[0] }}
      submitLabel={t('start')}
      isRunning={isRunning}
      onSubmit={start}
      onDone={started}
    >
      {kinds.length === 1 ? null : (
        <RadioField
          name="kind"
          label={t('kindLabel')}
          choices={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      )}
      <FileField
        name="fileId"
        label={t('file')}
        help={t('fileHelp')}
        accept=".csv,.xlsx"
        missing={t('refusals:FILE_REQUIRED')}
      />
      <Form.Item name="dryRun" valuePropName="checked">
        <Checkbox>{t('dryRun')}</Checkbox>
      </Form.Item>
    </CommandForm>
  );
}
