import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  LookAgainAtAidRequestDocument,
  NoteAidRequestDocument,
  ReferAidRequestDocument,
  type AidFragment,
  type AidKind,
  type AidOffice,
} from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField, SelectField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { useCommand } from '../../../lib/graphql/use-command';

const KINDS: readonly AidKind[] = [
  'MINIMUM_LIVING_ALLOWANCE',
  'TEMPORARY_RELIEF',
  'MEDICAL_INSURANCE',
  'SOCIAL_INSURANCE',
  'HOUSING',
  'LEGAL_AID',
];

/** The office that a kind of aid is usually taken to: what the form begins with. */
const USUAL: Readonly<Record<AidKind, AidOffice>> = {
  MINIMUM_LIVING_ALLOWANCE: 'CIVIL_AFFAIRS',
  TEMPORARY_RELIEF: 'CIVIL_AFFAIRS',
  MEDICAL_INSURANCE: 'MEDICAL_INSURANCE_OFFICE',
  SOCIAL_INSURANCE: 'SOCIAL_INSURANCE_OFFICE',
  HOUSING: 'HOUSING_OFFICE',
  LEGAL_AID: 'LEGAL_AID_CENTRE',
};

const OFFICES: readonly AidOffice[] = [
  'CIVIL_AFFAIRS',
  'MEDICAL_INSURANCE_OFFICE',
  'SOCIAL_INSURANCE_OFFICE',
  'HOUSING_OFFICE',
  'LEGAL_AID_CENTRE',
  'TOWNSHIP_SERVICE_HALL',
];

interface NoteAidDrawerProps {
  readonly clientId: string;
  readonly onClose: () => void;
}

/** Notes that a client wants a kind of aid. */
export function NoteAidDrawer({ clientId, onClose }: NoteAidDrawerProps): ReactNode {
  const { t } = useTranslation('aid');
  const { run, isRunning } = useCommand(NoteAidRequestDocument);
  const done = useDone(onClose);
  return (
    <SideDrawer title={t('note')} onClose={onClose}>
      <CommandForm<{ kind: AidKind; nextLookOn: string }, unknown>
        initial={{}}
        submitLabel={t('save')}
        isRunning={isRunning}
        onSubmit={(values) => run({ ...values, clientId })}
        onDone={done}
      >
        <SelectField
          name="kind"
          label={t('column.kind')}
          choices={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <InputField name="nextLookOn" label={t('nextLook')} type="date" help={t('nextLookHelp')} />
        <p className="mut">{t('what')}</p>
      </CommandForm>
    </SideDrawer>
  );
}

interface RequestDrawerProps {
  readonly request: AidFragment;
  readonly onClose: () => void;
}

/** Says to which office a request was taken. */
export function ReferAidDrawer({ request, onClose }: RequestDrawerProps): ReactNode {
  const { t } = useTranslation('aid');
  const { run, isRunning } = useCommand(ReferAidRequestDocument);
  const done = useDone(onClose);
  const { id, version: expectedVersion, kind, referredTo } = request;
  return (
    <SideDrawer title={t('referTitle', { kind: t(`kind.${kind}`) })} onClose={onClose}>
      <CommandForm<{ office: AidOffice; nextLookOn: string }, unknown>
        initial={{ office: referredTo ?? USUAL[kind] }}
        submitLabel={t('save')}
        isRunning={isRunning}
        onSubmit={(values) => run({ ...values, id, expectedVersion })}
        onDone={done}
      >
        <SelectField
          name="office"
          label={t('column.office')}
          choices={OFFICES.map((value) => ({ value, label: t(`office.${value}`) }))}
        />
        <InputField name="nextLookOn" label={t('nextLook')} type="date" help={t('nextLookHelp')} />
      </CommandForm>
    </SideDrawer>
  );
}

/** Says that somebody looked and nothing has come yet. */
export function LookAidDrawer({ request, onClose }: RequestDrawerProps): ReactNode {
  const { t } = useTranslation('aid');
  const { run, isRunning } = useCommand(LookAgainAtAidRequestDocument);
  const done = useDone(onClose);
  const { id, version: expectedVersion, kind } = request;
  return (
    <SideDrawer title={t('lookTitle', { kind: t(`kind.${kind}`) })} onClose={onClose}>
      <CommandForm<{ nextLookOn: string }, unknown>
        initial={{}}
        submitLabel={t('save')}
        isRunning={isRunning}
        onSubmit={(values) => run({ ...values, id, expectedVersion })}
        onDone={done}
      >
        <InputField name="nextLookOn" label={t('nextLook')} type="date" help={t('nextLookHelp')} />
      </CommandForm>
    </SideDrawer>
  );
}

function useDone(onClose: () => void): () => void {
  const { t } = useTranslation('aid');
  const report = useReport();
  return () => {
    report({ kind: 'done', payload: null }, t('saved'));
    onClose();
  };
}
