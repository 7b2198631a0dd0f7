import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InputField, RadioField } from '../../../components/desk/fields';
import { FileField } from '../../../components/desk/file-field';

export interface EvidenceValues {
  readonly evidenceFileId: string;
  readonly isReadAloud: 'yes' | 'no';
  readonly witnessName?: string;
}

/** The paper, and who heard it read aloud where the client does not read. */
export function EvidenceFields(): ReactNode {
  const { t } = useTranslation(['consents', 'refusals']);
  const isReadAloud = Form.useWatch<string | undefined>('isReadAloud', Form.useFormInstance());
  return (
    <>
      <FileField
        name="evidenceFileId"
        label={t('field.paper')}
        help={t('field.paperHelp')}
        accept=".pdf,.png,.jpg,.jpeg"
        missing={t('refusals:EVIDENCE_REQUIRED')}
      />
      <RadioField
        name="isReadAloud"
        label={t('field.readAloud')}
        choices={[
          { value: 'no', label: t('field.readHerself') },
          { value: 'yes', label: t('field.readToHer') },
        ]}
      />
      {isReadAloud === 'yes' ? (
        <InputField name="witnessName" label={t('field.witness')} help={t('field.witnessHelp')} />
      ) : null}
    </>
  );
}
