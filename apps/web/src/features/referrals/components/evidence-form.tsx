import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordOfferAcceptanceDocument, RecordReferralConsentDocument } from '@contract/gql';
import { CommandForm } from '../../../components/desk/command-form';
import { FileField } from '../../../components/desk/file-field';
import { Note } from '../../../components/note';
import { useCommand } from '../../../lib/graphql/use-command';

interface EvidenceFormProps {
  readonly id: string;
  readonly act: 'recordConsent' | 'recordAcceptance';
  readonly onDone: () => void;
}

/** What a client decided on paper, recorded with its evidence; the client is told. */
export function EvidenceForm({ id, act, onDone }: EvidenceFormProps): ReactNode {
  const { t } = useTranslation(['referrals', 'refusals']);
  const consent = useCommand(RecordReferralConsentDocument);
  const acceptance = useCommand(RecordOfferAcceptanceDocument);
  const command = act === 'recordConsent' ? consent : acceptance;
  return (
    <CommandForm<{ evidenceFileId: string }, unknown>
      initial={{}}
      submitLabel={t(`act.${act}`)}
      isRunning={command.isRunning}
      onSubmit={({ evidenceFileId }) => command.run({ id, evidenceFileId })}
      onDone={onDone}
    >
      <div style={{ marginBottom: 14 }}>
        <Note>{t(`told.${act}`)}</Note>
      </div>
      <FileField
        name="evidenceFileId"
        label={t(`evidence.${act}`)}
        help={t('evidenceHelp')}
        accept=".pdf,.png,.jpg,.jpeg"
        missing={t('refusals:EVIDENCE_REQUIRED')}
      />
    </CommandForm>
  );
}
