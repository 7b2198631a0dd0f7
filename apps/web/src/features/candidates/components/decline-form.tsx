import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DeclineCandidateDocument, type EnterpriseDeclineReason } from '@contract/gql';
import { CommandForm } from '../../../components/desk/command-form';
import { RadioField } from '../../../components/desk/fields';
import { useCommand } from '../../../lib/graphql/use-command';
import type { Candidate } from '../hooks/candidate-views';

/** The closed, work-related list of reasons. */
export const DECLINE_REASONS: readonly EnterpriseDeclineReason[] = [
  'SKILLS',
  'HOURS',
  'COMMUTE',
  'POSITION_FILLED',
  'CERTIFICATE_MISSING',
  'SCHEDULE',
];

interface DeclineFormProps {
  readonly candidate: Candidate;
  readonly onDone: () => void;
}

/** Not this time, with a reason that leaves the door open. */
export function DeclineForm({ candidate, onDone }: DeclineFormProps): ReactNode {
  const { t } = useTranslation('candidates');
  const { run, isRunning } = useCommand(DeclineCandidateDocument);
  return (
    <CommandForm<{ reason: EnterpriseDeclineReason }, unknown>
      initial={{}}
      submitLabel={t('send.decline')}
      isRunning={isRunning}
      onSubmit={({ reason }) => run({ id: candidate.id, reason })}
      onDone={onDone}
    >
      <RadioField
        name="reason"
        label={t('reasons')}
        choices={DECLINE_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
      />
      <p className="s12 mut" style={{ marginBottom: 14 }}>
        {t('reasonHelp')}
      </p>
    </CommandForm>
  );
}
