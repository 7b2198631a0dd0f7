import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AskClientAboutPayFindingDocument,
  AskPayFindingReferralDocument,
  AuthoritiesDocument,
  ClosePayFindingDocument,
  ConfirmPayFindingPutRightDocument,
  DecidePayFindingDocument,
  DismissPayFindingDocument,
  ReferPayFindingDocument,
  ReviewPayFindingDocument,
  type FindingAct,
  type FindingDecision,
  type FindingDetailFragment,
  type FindingDismissal,
} from '@contract/gql';
import { ActButton } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { RadioField, SelectField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { Loaded } from '../../../components/states/loaded';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

interface StepsProps {
  readonly finding: FindingDetailFragment;
}

const WITH_FORM: readonly FindingAct[] = ['DISMISS', 'REVIEW', 'DECIDE', 'ASK_REFERRAL'];

/** What can be done now: the usual act in the one strong button, what else there is beside it. */
export function FindingSteps({ finding }: StepsProps): ReactNode {
  const { t } = useTranslation('findingSteps');
  const [form, setForm] = useState<FindingAct | null>(null);
  const { acts } = finding;
  if (acts.length === 0) return <p className="mut">{t('nobodys')}</p>;
  return (
    <div className="row g6 wrap">
      {acts.map((act, index) => {
        const look = index === 0 ? 'btn pri' : 'btn';
        return WITH_FORM.includes(act) ? (
          <button key={act} type="button" className={look} onClick={() => setForm(act)}>
            {t(`act.${act}`)}
          </button>
        ) : (
          <PlainAct key={act} act={act} id={finding.id} look={look} />
        );
      })}
      {form === null ? null : <ActDrawer act={form} id={finding.id} onClose={() => setForm(null)} />}
    </div>
  );
}

interface PlainActProps {
  readonly act: FindingAct;
  readonly id: string;
  readonly look: string;
}

function PlainAct({ act, id, look }: PlainActProps): ReactNode {
  const { t } = useTranslation('findingSteps');
  const ask = useCommand(AskClientAboutPayFindingDocument);
  const putRight = useCommand(ConfirmPayFindingPutRightDocument);
  const refer = useCommand(ReferPayFindingDocument);
  const close = useCommand(ClosePayFindingDocument);
  const command = { ASK_CLIENT: ask, CONFIRM_PUT_RIGHT: putRight, REFER: refer, CLOSE: close }[act as 'ASK_CLIENT'];
  return (
    <ActButton
      label={t(`act.${act}`)}
      className={look}
      confirm={t(`confirm.${act}`)}
      isRunning={command.isRunning}
      act={() => command.run({ id })}
      doneText={t('done')}
    />
  );
}

interface ActDrawerProps {
  readonly act: FindingAct;
  readonly id: string;
  readonly onClose: () => void;
}

function ActDrawer({ act, id, onClose }: ActDrawerProps): ReactNode {
  const { t } = useTranslation('findingSteps');
  return (
    <SideDrawer title={t(`act.${act}`)} onClose={onClose}>
      {act === 'DISMISS' ? <DismissForm id={id} onDone={onClose} /> : null}
      {act === 'REVIEW' || act === 'DECIDE' ? <DecisionForm id={id} act={act} onDone={onClose} /> : null}
      {act === 'ASK_REFERRAL' ? <ReferralForm id={id} onDone={onClose} /> : null}
    </SideDrawer>
  );
}

interface FormProps {
  readonly id: string;
  readonly onDone: () => void;
}

const DISMISSALS: readonly FindingDismissal[] = [
  'DATA_ERROR',
  'ALREADY_SETTLED',
  'RULE_NOT_APPLICABLE',
  'CLIENT_CONFIRMS_PAY',
];

function DismissForm({ id, onDone }: FormProps): ReactNode {
  const { t } = useTranslation('findingSteps');
  const { run, isRunning } = useCommand(DismissPayFindingDocument);
  return (
    <CommandForm<{ readonly reason: FindingDismissal }, unknown>
      initial={{}}
      submitLabel={t('act.DISMISS')}
      isRunning={isRunning}
      onSubmit={({ reason }) => run({ id, reason })}
      onDone={onDone}
    >
      <RadioField
        name="reason"
        label={t('why')}
        choices={DISMISSALS.map((value) => ({ value, label: t(`step.${value}`) }))}
      />
    </CommandForm>
  );
}

function DecisionForm({ id, act, onDone }: FormProps & { readonly act: 'REVIEW' | 'DECIDE' }): ReactNode {
  const { t } = useTranslation('findingSteps');
  const review = useCommand(ReviewPayFindingDocument);
  const decide = useCommand(DecidePayFindingDocument);
  const { run, isRunning } = act === 'REVIEW' ? review : decide;
  const choices: readonly FindingDecision[] =
    act === 'REVIEW'
      ? ['REMEDY', 'EXPLAINED', 'FALSE_POSITIVE', 'ESCALATE']
      : ['REMEDY', 'EXPLAINED', 'FALSE_POSITIVE'];
  return (
    <CommandForm<{ readonly decision: FindingDecision }, unknown>
      initial={{}}
      submitLabel={t('decide')}
      isRunning={isRunning}
      onSubmit={({ decision }) => run({ id, decision })}
      onDone={onDone}
    >
      <RadioField
        name="decision"
        label={t('decision.label')}
        choices={choices.map((value) => ({ value, label: t(`decision.${value}`) }))}
      />
    </CommandForm>
  );
}

function ReferralForm({ id, onDone }: FormProps): ReactNode {
  const { t } = useTranslation('findingSteps');
  const read = useRead(AuthoritiesDocument, {});
  const { run, isRunning } = useCommand(AskPayFindingReferralDocument);
  return (
    <Loaded of={read}>
      {({ payFindingAuthorities }) => (
        <CommandForm<{ readonly organisationId: string }, unknown>
          initial={{}}
          submitLabel={t('act.ASK_REFERRAL')}
          isRunning={isRunning}
          onSubmit={({ organisationId }) => run({ id, organisationId })}
          onDone={onDone}
        >
          <SelectField
            name="organisationId"
            label={t('authority')}
            help={t('authorityHelp')}
            choices={payFindingAuthorities.map(({ id: value, name }) => ({ value, label: name }))}
          />
        </CommandForm>
      )}
    </Loaded>
  );
}
