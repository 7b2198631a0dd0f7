import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ProposeReferralAgainDocument,
  WithdrawReferralDocument,
  type ReferralRowFragment,
  type WithdrawalReason,
} from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField, RadioField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { useCommand } from '../../../lib/graphql/use-command';
import { EvidenceForm } from './evidence-form';
import type { ReferralAct } from './referral-acts';

interface ReferralDrawerProps {
  readonly act: ReferralAct;
  readonly row: ReferralRowFragment;
  readonly onClose: () => void;
}

/** The form of one step of a referral. */
export function ReferralDrawer({ act, row, onClose }: ReferralDrawerProps): ReactNode {
  const { t } = useTranslation('referrals');
  const report = useReport();
  const done = (): void => {
    report({ kind: 'done', payload: null }, t(`done.${act}`));
    onClose();
  };
  return (
    <SideDrawer title={t(`act.${act}`)} onClose={onClose}>
      <p className="s13 mut" style={{ marginBottom: 14 }}>
        {t('concerns', { name: row.client.name, enterprise: row.position.enterprise.name, title: row.position.title })}
      </p>
      {act === 'recordConsent' || act === 'recordAcceptance' ? (
        <EvidenceForm act={act} id={row.id} onDone={done} />
      ) : null}
      {act === 'withdraw' ? <WithdrawForm id={row.id} onDone={done} /> : null}
      {act === 'proposeAgain' ? <AgainForm id={row.id} onDone={done} /> : null}
    </SideDrawer>
  );
}

interface StepFormProps {
  readonly id: string;
  readonly onDone: () => void;
}

const REASONS: readonly WithdrawalReason[] = [
  'CLIENT_ASKED',
  'NO_LONGER_SUITABLE',
  'POSITION_CHANGED',
  'ENTERPRISE_SILENT',
  'MADE_BY_MISTAKE',
  'OTHER',
];

function WithdrawForm({ id, onDone }: StepFormProps): ReactNode {
  const { t } = useTranslation('referrals');
  const { run, isRunning } = useCommand(WithdrawReferralDocument);
  return (
    <CommandForm<{ reason: WithdrawalReason }, unknown>
      initial={{}}
      submitLabel={t('act.withdraw')}
      isRunning={isRunning}
      onSubmit={({ reason }) => run({ id, reason })}
      onDone={onDone}
    >
      <RadioField
        name="reason"
        label={t('reasonLabel')}
        choices={REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
      />
    </CommandForm>
  );
}

function AgainForm({ id, onDone }: StepFormProps): ReactNode {
  const { t } = useTranslation('referrals');
  const { run, isRunning } = useCommand(ProposeReferralAgainDocument);
  return (
    <CommandForm<{ reason: string }, unknown>
      initial={{}}
      submitLabel={t('act.proposeAgain')}
      isRunning={isRunning}
      onSubmit={({ reason }) => run({ id, reason })}
      onDone={onDone}
    >
      <InputField name="reason" label={t('reasonLabel')} help={t('againHelp')} />
    </CommandForm>
  );
}
