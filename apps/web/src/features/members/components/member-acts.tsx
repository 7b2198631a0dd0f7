import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DisableAccountDocument,
  EnableAccountDocument,
  EndMembershipDocument,
  ReinviteMemberDocument,
  RequestFactorRecoveryDocument,
  UnlinkMemberProviderDocument,
  type MemberLineFragment,
} from '@contract/gql';
import { ActButton } from '../../../components/desk/act-button';
import { Note } from '../../../components/note';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';

interface MemberActsProps {
  readonly member: MemberLineFragment;
  readonly onCode: (code: string) => void;
  readonly onAddRole: () => void;
  readonly onDone: () => void;
}

/** The acts about a member that need no form; nobody does them to herself. */
export function MemberActs(props: MemberActsProps): ReactNode {
  const { t } = useTranslation('users');
  const { member, onAddRole } = props;
  if (member.isOwn) return <Note>{t('own')}</Note>;
  return (
    <section className="stack g8" aria-label={t('column.act')}>
      <LetIn {...props} />
      {member.providerLinkedAt === null ? null : <Unlink {...props} />}
      <Shut {...props} />
      {member.status === 'ENDED' ? null : (
        <div className="row g8 wrap">
          <button type="button" className="btn" onClick={onAddRole}>
            {t('addRole')}
          </button>
        </div>
      )}
    </section>
  );
}

/** Ways in for who did not get in. */
function LetIn({ member, onCode, onDone }: MemberActsProps): ReactNode {
  const { t } = useTranslation('users');
  const reinvite = useCommand(ReinviteMemberDocument);
  const lost = useCommand(RequestFactorRecoveryDocument);
  const closing = async (result: Promise<CommandResult<unknown>>): Promise<CommandResult<unknown>> => {
    const answer = await result;
    if (answer.kind === 'done') onDone();
    return answer;
  };
  const issue = async () => {
    const result = await reinvite.run({ id: member.id, byMail: false });
    if (result.kind === 'done') onCode(result.payload.oneTimeCode ?? '');
    return result;
  };
  if (member.status === 'ENDED') return null;
  return (
    <div className="row g8 wrap">
      {member.workEmail === null ? null : (
        <ActButton
          label={t('mailLink')}
          className="btn"
          isRunning={reinvite.isRunning}
          act={() => closing(reinvite.run({ id: member.id, byMail: true }))}
          doneText={t('mailed')}
        />
      )}
      <ActButton
        label={t('issueCode')}
        className="btn"
        isRunning={reinvite.isRunning}
        confirm={t('issueCodeHelp')}
        act={issue}
      />
      {member.status === 'ACTIVE' ? (
        <ActButton
          label={t('lostFactor')}
          className="btn"
          isRunning={lost.isRunning}
          confirm={t('lostFactorHelp')}
          act={() => closing(lost.run({ memberId: member.id }))}
          doneText={t('lostFactorDone')}
        />
      ) : null}
    </div>
  );
}

/** Undoes the link to the sign-in provider. */
function Unlink({ member, onDone }: MemberActsProps): ReactNode {
  const { t } = useTranslation('users');
  const format = useFormat();
  const { run, isRunning } = useCommand(UnlinkMemberProviderDocument);
  const unlink = async (): Promise<CommandResult<unknown>> => {
    const answer = await run({ id: member.id });
    if (answer.kind === 'done') onDone();
    return answer;
  };
  return (
    <div className="row g8 wrap">
      <ActButton
        label={t('unlinkProvider')}
        className="btn"
        isRunning={isRunning}
        confirm={t('unlinkProviderHelp')}
        act={unlink}
        doneText={t('unlinkProviderDone')}
      />
      <span className="s13 mut">{t('providerLinked', { since: format.instant(member.providerLinkedAt ?? '') })}</span>
    </div>
  );
}

/** What shuts her out, and lets her in again. */
function Shut({ member, onDone }: MemberActsProps): ReactNode {
  const { t } = useTranslation('users');
  const end = useCommand(EndMembershipDocument);
  const disable = useCommand(DisableAccountDocument);
  const enable = useCommand(EnableAccountDocument);
  const closing = async (result: Promise<CommandResult<unknown>>): Promise<CommandResult<unknown>> => {
    const answer = await result;
    if (answer.kind === 'done') onDone();
    return answer;
  };
  return (
    <div className="row g8 wrap">
      {member.status === 'ENDED' ? null : (
        <ActButton
          label={t('endOf', { name: member.displayName })}
          className="btn"
          isRunning={end.isRunning}
          confirm={t('endHelp')}
          act={() => closing(end.run({ id: member.id }))}
          doneText={t('ended')}
        >
          {t('end')}
        </ActButton>
      )}
      {member.accountStatus === 'ACTIVE' ? (
        <ActButton
          label={t('disable')}
          className="btn"
          isRunning={disable.isRunning}
          confirm={t('disableHelp')}
          act={() => closing(disable.run({ id: member.id }))}
          doneText={t('disabled')}
        />
      ) : (
        <ActButton
          label={t('enable')}
          className="btn"
          isRunning={enable.isRunning}
          act={() => closing(enable.run({ id: member.id }))}
          doneText={t('enabled')}
        />
      )}
    </div>
  );
}
