import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InviteMemberDocument, type InviteMemberMutation, type Role } from '@contract/gql';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { Note } from '../../../components/note';
import { useCommand } from '../../../lib/graphql/use-command';
import { PlaceFields } from './place-fields';
import { ShownCode } from './shown-code';

interface MemberValues {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly workEmail?: string;
}

interface InviteDrawerProps {
  readonly onClose: () => void;
}

type Invited = { readonly kind: 'mailed' } | { readonly kind: 'code'; readonly code: string };

/** Makes an account; a link goes by mail, or a one-time code is shown once. */
export function InviteDrawer({ onClose }: InviteDrawerProps): ReactNode {
  const { t } = useTranslation('users');
  const [invited, setInvited] = useState<Invited | null>(null);
  return (
    <SideDrawer title={t('invite')} onClose={onClose}>
      {invited === null ? <InviteForm onInvited={setInvited} /> : null}
      {invited?.kind === 'code' ? <ShownCode code={invited.code} onNoted={onClose} /> : null}
      {invited?.kind === 'mailed' ? (
        <div className="stack" style={{ gap: 14 }}>
          <Note role="status">{t('mailed')}</Note>
          <button type="button" className="btn pri" onClick={onClose}>
            {t('common:close')}
          </button>
        </div>
      ) : null}
    </SideDrawer>
  );
}

function InviteForm({ onInvited }: { readonly onInvited: (invited: Invited) => void }): ReactNode {
  const { t } = useTranslation('users');
  const { run, isRunning } = useCommand(InviteMemberDocument);
  return (
    <CommandForm<MemberValues, InviteMemberMutation['inviteMember']>
      initial={{}}
      submitLabel={t('send')}
      isRunning={isRunning}
      onSubmit={({ workEmail = '', ...input }) => run({ input: { ...input, workEmail: workEmail.trim() || null } })}
      onDone={({ oneTimeCode, member }) =>
        onInvited(member?.workEmail === null ? { kind: 'code', code: oneTimeCode ?? '' } : { kind: 'mailed' })
      }
    >
      <InputField name="login" label={t('field.login')} help={t('field.loginHelp')} />
      <InputField name="displayName" label={t('field.name')} />
      <PlaceFields />
      <InputField name="workEmail" label={t('field.workEmail')} help={t('field.workEmailHelp')} isOptional />
    </CommandForm>
  );
}
