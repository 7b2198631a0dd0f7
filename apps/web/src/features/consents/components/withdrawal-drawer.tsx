import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordConsentWithdrawalDocument, type ClientConsentFragment, type WithdrawalWay } from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { RadioField } from '../../../components/desk/fields';
import { FileField } from '../../../components/desk/file-field';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { Note } from '../../../components/note';
import { useCommand } from '../../../lib/graphql/use-command';

const WAYS: readonly WithdrawalWay[] = ['IN_PERSON', 'BY_CALL', 'IN_WRITING'];

interface WithdrawalValues {
  readonly way: WithdrawalWay;
  readonly evidenceFileId?: string;
}

interface WithdrawalDrawerProps {
  readonly grant: ClientConsentFragment;
  readonly onClose: () => void;
}

/** Takes a consent back for a client who said so; it works at once. */
export function WithdrawalDrawer({ grant, onClose }: WithdrawalDrawerProps): ReactNode {
  const { t } = useTranslation('consents');
  const { run, isRunning } = useCommand(RecordConsentWithdrawalDocument);
  const report = useReport();
  const isCore = grant.purpose === 'SHARE_PROFILE' || grant.purpose === 'SHARE_IDENTITY';
  const done = (): void => {
    report({ kind: 'done', payload: null }, t('withdrawn'));
    onClose();
  };
  return (
    <SideDrawer title={t('withdrawTitle', { recipient: grant.recipient.name })} onClose={onClose}>
      <CommandForm<WithdrawalValues, unknown>
        initial={{ way: 'IN_PERSON' }}
        submitLabel={t('sendWithdraw')}
        isRunning={isRunning}
        onSubmit={({ way, evidenceFileId }) =>
          run({ id: grant.id, way, ...(evidenceFileId === undefined ? {} : { evidenceFileId }) })
        }
        onDone={done}
      >
        <div style={{ marginBottom: 14 }}>
          <Note>{t(isCore ? 'withdrawCore' : 'withdrawOther')}</Note>
        </div>
        <RadioField
          name="way"
          label={t('field.way')}
          choices={WAYS.map((value) => ({ value, label: t(`way.${value}`) }))}
        />
        <Paper />
      </CommandForm>
    </SideDrawer>
  );
}

function Paper(): ReactNode {
  const { t } = useTranslation(['consents', 'refusals']);
  const way = Form.useWatch<string | undefined>('way', Form.useFormInstance());
  if (way !== 'IN_WRITING') return null;
  return (
    <FileField
      name="evidenceFileId"
      label={t('field.paper')}
      accept=".pdf,.png,.jpg,.jpeg"
      missing={t('refusals:EVIDENCE_REQUIRED')}
    />
  );
}
