import { Checkbox, Form } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StartImportDocument, type ImportKind, type StartImportMutation } from '@contract/gql';
import { CommandForm } from '../../../components/desk/command-form';
import { RadioField } from '../../../components/desk/fields';
import { FileField } from '../../../components/desk/file-field';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import { localRefusal } from '../../../lib/graphql/local-refusal';
import type { UploadedFile } from '../../../lib/upload/upload-file';

interface ImportValues {
  readonly kind?: ImportKind;
  readonly dryRun?: boolean;
}

type Started = NonNullable<StartImportMutation['startImport']>;

interface ImportFormProps {
  /** What the file may hold; where it is one kind, nobody is asked. */
  readonly kinds: readonly [ImportKind, ...ImportKind[]];
  /** The month of a payroll. */
  readonly period?: string;
  readonly onStarted: (runId: string) => void;
}

/** Sends a table and starts its import. */
export function ImportForm({ kinds, period, onStarted }: ImportFormProps): ReactNode {
  const { t } = useTranslation('imports');
  const [file, setFile] = useState<UploadedFile | null>(null);
  const { run, isRunning } = useCommand(StartImportDocument);
  const start = ({ kind, dryRun }: ImportValues): Promise<CommandResult<Started>> => {
    if (file === null) return Promise.resolve(localRefusal('FILE_REQUIRED'));
    const input = { kind: kind ?? kinds[0], fileId: file.fileId, period: period ?? null, dryRun: dryRun === true };
    return run({ input });
  };
  return (
    <CommandForm<ImportValues, Started>
      initial={{}}
      submitLabel={t('start')}
      isRunning={isRunning}
      onSubmit={start}
      onDone={({ importRun }) => (importRun === null ? undefined : onStarted(importRun.id))}
    >
      {kinds.length === 1 ? null : (
        <RadioField
          name="kind"
          label={t('kindLabel')}
          choices={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      )}
      <FileField label={t('file')} help={t('fileHelp')} accept=".csv,.xlsx" onUploaded={setFile} />
      <Form.Item name="dryRun" valuePropName="checked">
        <Checkbox>{t('dryRun')}</Checkbox>
      </Form.Item>
    </CommandForm>
  );
}
