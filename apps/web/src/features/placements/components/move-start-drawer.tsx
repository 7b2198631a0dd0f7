import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MovePlacementStartDocument } from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { useCommand } from '../../../lib/graphql/use-command';
import type { Placement } from './placement-data';

interface MoveStartDrawerProps {
  readonly placement: Placement;
  readonly onClose: () => void;
}

/** Moves the first day of work that has not begun; follow-ups move along. */
export function MoveStartDrawer({ placement, onClose }: MoveStartDrawerProps): ReactNode {
  const { t } = useTranslation('placements');
  const { run, isRunning } = useCommand(MovePlacementStartDocument);
  const report = useReport();
  const done = (): void => {
    report({ kind: 'done', payload: null }, t('startMoved'));
    onClose();
  };
  return (
    <SideDrawer title={t('moveStart')} onClose={onClose}>
      <CommandForm<{ hireDate: string }, unknown>
        initial={{ hireDate: placement.hireDate }}
        submitLabel={t('moveStart')}
        isRunning={isRunning}
        onSubmit={({ hireDate }) => run({ id: placement.id, expectedVersion: placement.version, hireDate })}
        onDone={done}
      >
        <InputField name="hireDate" label={t('hireDate')} type="date" help={t('moveStartHelp')} />
      </CommandForm>
    </SideDrawer>
  );
}
