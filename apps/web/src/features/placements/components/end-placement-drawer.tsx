import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EndPlacementDocument, type PlacementEndReason } from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField, RadioField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import type { Placement } from './placement-data';

const REASONS: readonly PlacementEndReason[] = [
  'VOLUNTARY',
  'CONTRACT_END',
  'DISMISSED',
  'ENTERPRISE_CLOSED',
  'PERSONAL',
  'MOVED',
  'BETTER_JOB',
  'OTHER',
  'UNKNOWN',
];

interface EndValues {
  readonly endedOn: string;
  readonly reason: PlacementEndReason;
}

interface EndPlacementDrawerProps {
  readonly placement: Placement;
  readonly onClose: () => void;
}

/** Puts the end of a placement on record; its slot is free again. */
export function EndPlacementDrawer({ placement, onClose }: EndPlacementDrawerProps): ReactNode {
  const { t } = useTranslation('placements');
  const format = useFormat();
  const { run, isRunning } = useCommand(EndPlacementDocument);
  const report = useReport();
  const done = (): void => {
    report({ kind: 'done', payload: null }, t('ended'));
    onClose();
  };
  return (
    <SideDrawer title={t('end')} onClose={onClose}>
      <CommandForm<EndValues, unknown>
        initial={{ endedOn: format.today }}
        submitLabel={t('end')}
        isRunning={isRunning}
        onSubmit={(values) => run({ id: placement.id, ...values })}
        onDone={done}
      >
        <InputField name="endedOn" label={t('endedOn')} type="date" />
        <RadioField
          name="reason"
          label={t('endReason')}
          choices={REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
      </CommandForm>
    </SideDrawer>
  );
}
