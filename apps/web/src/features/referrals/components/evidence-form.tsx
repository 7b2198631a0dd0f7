import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordOfferAcceptanceDocument, RecordReferralConsentDocument } from '@contract/gql';
import { CommandForm } from '../../../components/desk/command-form';
import { FileField } from '../../../components/desk/file-field';
import { Note } from '../../../components/note';
import { localRefusal } from '../../../lib/graphql/local-refusal';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import type { UploadedFile } from '../../../lib/upload/upload-file';

interface EvidenceFormProps {
  readonly id: string;
  readonly act: 'recordConsent' | 'recordAcceptance';
  readonly onDone: () => void;
}

/** What a client decided on paper or by word, recorded with its evidence; the client is told. */
export function EvidenceForm({ id, act, onDone }: EvidenceFormProps): ReactNode {
  const { t } = useTranslation('referrals');
  const [file, setFile] = useState<UploadedFile | null>(null);
  const consent = useCommand(RecordReferralConsentDocument);
  const acceptance = useCommand(RecordOfferAcceptanceDocument);
  const command = act === 'recordConsent' ? consent : acceptance;
  const send = (): Promise<CommandResult<unknown>> =>
    file === null
      ? Promise.resolve(localRefusal('EVIDENCE_REQUIRED'))
      : command.run({ id, evidenceFileId: file.fileId });
  return (
    <CommandForm<object, unknown>
      initial={{}}
      submitLabel={t(`act.${act}`)}
      isRunning={command.isRunning}
      onSubmit={send}
      onDone={onDone}
    >
      <div style={{ marginBottom: 14 }}>
        <Note>{t(`told.${act}`)}</Note>
      </div>
      <FileField label={t('evidence')} help={t('evidenceHelp')} onUploaded={setFile} />
    </CommandForm>
  );
}
