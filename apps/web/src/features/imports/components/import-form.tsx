import { Checkbox, Form } from 'antd';
import { useRef, type ReactNode } from 'react';
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

/** What was started: its run, and whether it only tries the file out. */
export interface StartedImport {
  readonly runId: string;
  readonly isTrial: boolean;
}

interface ImportFormProps {
  /** What the file may hold, the likeliest first; where it is one kind, nobody is asked. */
  readonly kinds: readonly [ImportKind, ...ImportKind[]];
  /** The month of a payroll. */
  readonly period?: string;
  readonly onStarted: (started: StartedImport) => void;
}

/** Sends a table and starts its import. */
export function ImportForm({ kinds, period, onStarted }: ImportFormProps): ReactNode {
  const { t } = useTranslation(['imports', 'refusals']);
  const { run, isRunning } = useCommand(StartImportDocument);
  const isTrial = useRef(false);
  const start = ({ kind, fileId, dryRun }: ImportValues): Promise<CommandResult<Started>> => {
    isTrial.current = dryRun === true;
    return run({ input: { kind: kind ?? kinds[0], fileId, period: period ?? null, dryRun: isTrial.current } });
  };
  const started = ({ importRun }: Started): void => {
    if (importRun !== null) onStarted({ runId: importRun.id, isTrial: isTrial.current });
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
