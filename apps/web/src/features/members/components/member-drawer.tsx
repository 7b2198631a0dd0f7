import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AddMembershipDocument,
  ChangeMemberDocument,
  type AddMembershipMutation,
  type ChangeMemberMutation,
  type MemberLineFragment,
  type Role,
} from '@contract/gql';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { useCommand } from '../../../lib/graphql/use-command';
import { MemberActs } from './member-acts';
import { PlaceFields } from './place-fields';
import { ShownCode } from './shown-code';

interface MemberDrawerProps {
  readonly member: MemberLineFragment;
  readonly onClose: () => void;
}

/** Everything that can be done about one member. */
export function MemberDrawer({ member, onClose }: MemberDrawerProps): ReactNode {
  const { t } = useTranslation('users');
  const [code, setCode] = useState<string | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  if (code !== null)
    return (
      <SideDrawer title={member.displayName} onClose={onClose}>
        <ShownCode code={code} onNoted={onClose} />
      </SideDrawer>
    );
  return (
    <SideDrawer title={`${member.displayName} · ${t(`common:role.${member.role}`)}`} onClose={onClose}>
      <div className="stack" style={{ gap: 20 }}>
        {isAdding ? (
          <AddRole member={member} onDone={onClose} />
        ) : (
          <>
            <ChangeFacts member={member} onDone={onClose} />
            <MemberActs member={member} onCode={setCode} onAddRole={() => setIsAdding(true)} onDone={onClose} />
          </>
        )}
      </div>
    </SideDrawer>
  );
}

interface PartProps {
  readonly member: MemberLineFragment;
  readonly onDone: () => void;
}

interface FactValues {
  readonly displayName: string;
  readonly workEmail?: string;
}

function ChangeFacts({ member, onDone }: PartProps): ReactNode {
  const { t } = useTranslation('users');
  const { run, isRunning } = useCommand(ChangeMemberDocument);
  return (
    <CommandForm<FactValues, ChangeMemberMutation['changeMember']>
      initial={{ displayName: member.displayName, workEmail: member.workEmail ?? '' }}
      submitLabel={t('save')}
      isRunning={isRunning}
      onSubmit={({ displayName, workEmail = '' }) =>
        run({
          id: member.id,
          expectedVersion: member.version,
          input: { displayName, workEmail: workEmail.trim() || null },
        })
      }
      onDone={onDone}
    >
      <InputField name="displayName" label={t('field.name')} />
      <InputField name="workEmail" label={t('field.workEmail')} isOptional />
    </CommandForm>
  );
}

interface PlaceValues {
  readonly role: Role;
  readonly organisationId: string;
}

function AddRole({ member, onDone }: PartProps): ReactNode {
  const { t } = useTranslation('users');
  const { run, isRunning } = useCommand(AddMembershipDocument);
  return (
    <CommandForm<PlaceValues, AddMembershipMutation['addMembership']>
      initial={{}}
      submitLabel={t('addRole')}
      isRunning={isRunning}
      onSubmit={(input) => run({ memberId: member.id, input })}
      onDone={onDone}
    >
      <p className="mut">{t('addRoleHelp')}</p>
      <PlaceFields />
    </CommandForm>
  );
}
