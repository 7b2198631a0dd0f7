import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ColleaguesDocument, NameDeputyDocument } from '@contract/gql';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField, SelectField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { Note } from '../../../components/note';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

interface DeputyValues {
  readonly caseworkerId?: string;
  readonly deputyId: string;
  readonly fromOn: string;
  readonly toOn: string;
}

interface DeputyDrawerProps {
  readonly isSupervisor: boolean;
  readonly onClose: () => void;
}

/** Names a deputy; what she will see, and until when, is said before. */
export function DeputyDrawer({ isSupervisor, onClose }: DeputyDrawerProps): ReactNode {
  const { t } = useTranslation('caseloads');
  const format = useFormat();
  const read = useRead(ColleaguesDocument, {});
  const name = useCommand(NameDeputyDocument);
  return (
    <SideDrawer title={t('deputy.name')} onClose={onClose}>
      <Loaded of={read}>
        {({ colleagues }) => {
          const choices = colleagues.map(({ id, displayName }) => ({ value: id, label: displayName }));
          return (
            <>
              <div style={{ marginBottom: 14 }}>
                <Note>{t('deputy.help')}</Note>
              </div>
              <CommandForm<DeputyValues, unknown>
                initial={{ fromOn: format.today }}
                submitLabel={t('deputy.save')}
                isRunning={name.isRunning}
                onSubmit={(input) => name.run({ input })}
                onDone={onClose}
              >
                {isSupervisor ? <SelectField name="caseworkerId" label={t('deputy.away')} choices={choices} /> : null}
                <SelectField name="deputyId" label={t('deputy.deputy')} choices={choices} />
                <InputField name="fromOn" label={t('deputy.fromOn')} type="date" />
                <InputField name="toOn" label={t('deputy.toOn')} type="date" help={t('deputy.toHelp')} />
              </CommandForm>
            </>
          );
        }}
      </Loaded>
    </SideDrawer>
  );
}
