import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DeclineFollowUpDocument, SnoozeFollowUpDocument, type SnoozeReason } from '@contract/gql';
import { ActButton, useReport } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField, RadioField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { Note } from '../../../components/note';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';

const REASONS: readonly SnoozeReason[] = [
  'CLIENT_ASKED',
  'SHIFT_UNSUITABLE',
  'ON_LEAVE',
  'VISIT_ARRANGED',
  'CASEWORKER_AWAY',
];

interface SnoozeValues {
  readonly until: string;
  readonly reason: SnoozeReason;
}

interface SnoozeDrawerProps {
  readonly milestone: { readonly id: string; readonly latestSnoozeOn: string | null };
  readonly clientName: string;
  readonly onClose: () => void;
}

/** Puts a follow-up off for some working days, or closes it where the person does not want it. */
export function SnoozeDrawer({ milestone, clientName, onClose }: SnoozeDrawerProps): ReactNode {
  const { t } = useTranslation('followUp');
  const format = useFormat();
  const { run, isRunning } = useCommand(SnoozeFollowUpDocument);
  const report = useReport();
  const { id, latestSnoozeOn } = milestone;
  const done = (text: string): void => {
    report({ kind: 'done', payload: null }, text);
    onClose();
  };
  return (
    <SideDrawer title={t('snooze.title', { name: clientName })} onClose={onClose}>
      {latestSnoozeOn === null ? (
        <Note tone="slate">{t('snooze.none')}</Note>
      ) : (
        <CommandForm<SnoozeValues, unknown>
          initial={{ until: latestSnoozeOn }}
          submitLabel={t('snooze.send')}
          isRunning={isRunning}
          onSubmit={(input) => run({ id, input })}
          onDone={() => done(t('snooze.done'))}
        >
          <InputField
            name="until"
            type="date"
            label={t('snooze.until')}
            help={t('snooze.latest', { day: format.dayWithWeekday(latestSnoozeOn) })}
          />
          <RadioField
            name="reason"
            label={t('snooze.reasonLabel')}
            choices={REASONS.map((value) => ({ value, label: t(`snooze.reason.${value}`) }))}
          />
        </CommandForm>
      )}
      <Decline id={id} onDone={onClose} />
    </SideDrawer>
  );
}

interface DeclineProps {
  readonly id: string;
  readonly onDone: () => void;
}

/** Her choice: the follow-up ends, and nobody is reminded of it. */
function Decline({ id, onDone }: DeclineProps): ReactNode {
  const { t } = useTranslation('followUp');
  const { run, isRunning } = useCommand(DeclineFollowUpDocument);
  const act = async (): Promise<CommandResult<unknown>> => {
    const result = await run({ id });
    if (result.kind === 'done') onDone();
    return result;
  };
  return (
    <div className="stack g8" style={{ marginTop: 24 }}>
      <p className="mut">{t('decline.help')}</p>
      <ActButton
        label={t('decline.act')}
        confirm={t('decline.confirm')}
        isRunning={isRunning}
        act={act}
        doneText={t('decline.done')}
      />
    </div>
  );
}
