import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InviteMemberDocument, OrganisationsDocument, type InviteMemberMutation, type Role } from '@contract/gql';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField, SelectField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { Note } from '../../../components/note';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

/** Clients are invited by their caseworkers, never here. */
const ROLES: readonly Exclude<Role, 'CLIENT'>[] = [
  'CASEWORKER',
  'SUPERVISOR',
  'ADMINISTRATOR',
  'ENTERPRISE_HR',
  'TRAINER',
  'BASE_MANAGER',
  'MENTOR',
  'FUND_OFFICER',
  'FINANCE_OFFICER',
  'AUDITOR',
];

interface MemberValues {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly organisationId: string;
}

interface InviteDrawerProps {
  readonly onClose: () => void;
}

/** Makes an account; its one-time code is shown once. */
export function InviteDrawer({ onClose }: InviteDrawerProps): ReactNode {
  const { t } = useTranslation('users');
  const [code, setCode] = useState<string | null>(null);
  return (
    <SideDrawer title={t('invite')} onClose={onClose}>
      {code === null ? <InviteForm onCode={setCode} /> : <Code code={code} onNoted={onClose} />}
    </SideDrawer>
  );
}

function InviteForm({ onCode }: { readonly onCode: (code: string) => void }): ReactNode {
  const { t } = useTranslation('users');
  const organisations = useRead(OrganisationsDocument, {});
  const { run, isRunning } = useCommand(InviteMemberDocument);
  return (
    <CommandForm<MemberValues, InviteMemberMutation['inviteMember']>
      initial={{}}
      submitLabel={t('send')}
      isRunning={isRunning}
      onSubmit={(input) => run({ input })}
      onDone={({ oneTimeCode }) => onCode(oneTimeCode ?? '')}
    >
      <InputField name="login" label={t('field.login')} help={t('field.loginHelp')} />
      <InputField name="displayName" label={t('field.name')} />
      <SelectField
        name="role"
        label={t('field.role')}
        choices={ROLES.map((value) => ({ value, label: t(`common:role.${value}`) }))}
      />
      <SelectField
        name="organisationId"
        label={t('field.organisation')}
        choices={(organisations.data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </CommandForm>
  );
}

interface CodeProps {
  readonly code: string;
  readonly onNoted: () => void;
}

function Code({ code, onNoted }: CodeProps): ReactNode {
  const { t } = useTranslation('users');
  return (
    <div className="stack" style={{ gap: 14 }}>
      <p>{t('code.title')}</p>
      <output className="s26 b" aria-label={t('code.label')}>
        {code}
      </output>
      <Note tone="wheat">{t('code.once')}</Note>
      <button type="button" className="btn pri" onClick={onNoted}>
        {t('code.noted')}
      </button>
    </div>
  );
}
