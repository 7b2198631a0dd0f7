import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordContactDocument, type ContactChannel, type ContactInput, type WorkAnswer } from '@contract/gql';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField, RadioField } from '../../../components/desk/fields';
import { useReport } from '../../../components/desk/act-button';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { useCommand } from '../../../lib/graphql/use-command';
import { answersOf, SKIPPED_ALL, WorkQuestions, type Question } from './work-questions';

const CHANNELS: readonly ContactChannel[] = ['PHONE', 'WECHAT', 'SMS', 'VISIT', 'OFFICE', 'IN_APP'];

interface ContactValues {
  readonly channel: ContactChannel;
  readonly reached: 'yes' | 'no';
  readonly durationMinutes?: string;
}

type FormValues = ContactValues & Partial<Record<Question, WorkAnswer>>;

const contactOf = ({
  channel,
  reached,
  durationMinutes = '',
  ...answers
}: FormValues): Omit<ContactInput, 'milestoneId'> => ({
  channel,
  isTwoWay: reached === 'yes',
  durationMinutes: durationMinutes.trim() === '' ? null : Number(durationMinutes),
  answers: reached === 'yes' ? answersOf(answers) : null,
});

interface ContactDrawerProps {
  readonly milestoneId: string;
  readonly clientName: string;
  readonly onClose: () => void;
}

/** Records one contact; only one with an answer completes the follow-up. */
export function ContactDrawer({ milestoneId, clientName, onClose }: ContactDrawerProps): ReactNode {
  const { t } = useTranslation('followUp');
  const { run, isRunning } = useCommand(RecordContactDocument);
  const report = useReport();
  const done = (): void => {
    report({ kind: 'done', payload: null }, t('recorded'));
    onClose();
  };
  return (
    <SideDrawer title={t('contactWith', { name: clientName })} onClose={onClose}>
      <CommandForm<FormValues, unknown>
        initial={{ channel: 'PHONE', ...SKIPPED_ALL }}
        submitLabel={t('save')}
        isRunning={isRunning}
        onSubmit={(values) => run({ input: { milestoneId, ...contactOf(values) } })}
        onDone={done}
      >
        <ContactFields />
        <WorkQuestions />
      </CommandForm>
    </SideDrawer>
  );
}

function ContactFields(): ReactNode {
  const { t } = useTranslation('followUp');
  return (
    <>
      <RadioField
        name="channel"
        label={t('channelLabel')}
        choices={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
      />
      <RadioField
        name="reached"
        label={t('reachedLabel')}
        choices={[
          { value: 'yes', label: t('reached.yes') },
          { value: 'no', label: t('reached.no') },
        ]}
      />
      <InputField name="durationMinutes" label={t('duration')} inputMode="numeric" unit={t('minuteUnit')} isOptional />
    </>
  );
}
