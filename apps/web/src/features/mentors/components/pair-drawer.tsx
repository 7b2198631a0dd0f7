import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MentorsDocument, PairMentorDocument } from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { SelectField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { Note } from '../../../components/note';
import { Loaded } from '../../../components/states/loaded';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

interface PairDrawerProps {
  readonly clientId: string;
  readonly onClose: () => void;
}

/** Chooses a mentor; that the client is asked first is said before. */
export function PairDrawer({ clientId, onClose }: PairDrawerProps): ReactNode {
  const { t } = useTranslation('mentors');
  const read = useRead(MentorsDocument, {});
  const pair = useCommand(PairMentorDocument);
  const report = useReport();
  const done = (): void => {
    report({ kind: 'done', payload: null }, t('paired'));
    onClose();
  };
  return (
    <SideDrawer title={t('pair')} onClose={onClose}>
      <Loaded of={read}>
        {({ mentors }) => (
          <>
            <div style={{ marginBottom: 14 }}>
              <Note>{t('pairHelp')}</Note>
            </div>
            <CommandForm<{ mentorId: string }, unknown>
              initial={{}}
              submitLabel={t('pairSave')}
              isRunning={pair.isRunning}
              onSubmit={({ mentorId }) => pair.run({ clientId, mentorId })}
              onDone={done}
            >
              <SelectField
                name="mentorId"
                label={t('who')}
                choices={mentors.map(({ id, displayName, organisationName }) => ({
                  value: id,
                  label: t('choice', { name: displayName, organisation: organisationName }),
                }))}
              />
            </CommandForm>
          </>
        )}
      </Loaded>
    </SideDrawer>
  );
}
