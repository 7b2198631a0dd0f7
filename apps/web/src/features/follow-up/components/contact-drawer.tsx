import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordContactDocument, type ContactChannel } from '@contract/gql';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField, RadioField } from '../../../components/desk/fields';
import { useReport } from '../../../components/desk/act-button';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { useCommand } from '../../../lib/graphql/use-command';

const CHANNELS: readonly ContactChannel[] = ['PHONE', 'WECHAT', 'SMS', 'VISIT', 'OFFICE', 'IN_APP'];

interface ContactValues {
  readonly channel: ContactChannel;
  readonly reached: 'yes' | 'no';
  readonly durationMinutes?: string;
}

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
  const send = ({ channel, reached, durationMinutes = '' }: ContactValues): ReturnType<typeof run> =>
    run({
      input: {
        milestoneId,
        channel,
        isTwoWay: reached === 'yes',
        durationMinutes: durationMinutes.trim() === '' ? null : Number(durationMinutes),
      },
    });
  const done = (): void => {
    report({ kind: 'done', payload: null }, t('recorded'));
    onClose();
  };
  return (
    <SideDrawer title={t('contactWith', { name: clientName })} onClose={onClose}>
      <CommandForm<ContactValues, unknown>
        initial={{ channel: 'PHONE' }}
        submitLabel={t('save')}
        isRunning={isRunning}
        onSubmit={send}
        onDone={done}
      >
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
        <InputField
          name="durationMinutes"
          label={t('duration')}
          inputMode="numeric"
          unit={t('minuteUnit')}
          isOptional
        />
      </CommandForm>
    </SideDrawer>
  );
}
