import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InviteCandidateDocument } from '@contract/gql';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField } from '../../../components/desk/fields';
import { instantOf, localOf } from '../../../lib/format/day';
import { useCommand } from '../../../lib/graphql/use-command';
import type { Candidate } from '../hooks/candidate-views';

interface InviteValues {
  readonly at: string;
  readonly place: string;
  readonly paidWorkSampleHours?: string;
}

interface InviteFormProps {
  readonly candidate: Candidate;
  readonly onDone: () => void;
}

/** Date and place of the interview; on somebody already invited it changes them. */
export function InviteForm({ candidate, onDone }: InviteFormProps): ReactNode {
  const { t } = useTranslation('candidates');
  const { run, isRunning } = useCommand(InviteCandidateDocument);
  const { invitation, position } = candidate;
  const initial: Partial<InviteValues> =
    invitation === null
      ? { place: position.site }
      : {
          at: localOf(invitation.at),
          place: invitation.place,
          paidWorkSampleHours: String(invitation.paidWorkSampleHours ?? ''),
        };
  const send = ({ at, place, paidWorkSampleHours = '' }: InviteValues): ReturnType<typeof run> =>
    run({
      id: candidate.id,
      input: {
        at: instantOf(at),
        place,
        paidWorkSampleHours: paidWorkSampleHours.trim() === '' ? null : Number(paidWorkSampleHours),
      },
    });
  return (
    <CommandForm<InviteValues, unknown>
      initial={initial}
      submitLabel={t(invitation === null ? 'send.invite' : 'send.changeTime')}
      isRunning={isRunning}
      onSubmit={send}
      onDone={onDone}
    >
      <InputField name="at" label={t('field.at')} type="datetime-local" />
      <InputField name="place" label={t('field.place')} />
      <InputField
        name="paidWorkSampleHours"
        label={t('field.sample')}
        help={t('field.sampleHelp')}
        inputMode="numeric"
        isOptional
      />
    </CommandForm>
  );
}
