import { Checkbox, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ConsentScopesDocument,
  RecordConsentDocument,
  RequestConsentDocument,
  type ClientConsentFragment,
  type ConsentPurpose,
  type ConsentScopesQuery,
  type FieldGroup,
} from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField, SelectField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { Note } from '../../../components/note';
import { Loaded } from '../../../components/states/loaded';
import { fill } from '../../../lib/format/fill';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { EvidenceFields, type EvidenceValues } from './evidence-fields';

type Scope = ConsentScopesQuery['consentScopes'][number];

interface ConsentValues extends EvidenceValues {
  readonly purpose: ConsentPurpose;
  readonly recipientId: string;
  readonly fieldGroups: readonly FieldGroup[];
  readonly validTo?: string;
}

interface ConsentFormProps {
  readonly kind: 'ask' | 'record';
  readonly clientId: string;
  /** The consent that is to be renewed; null for a new one. */
  readonly from: ClientConsentFragment | null;
  readonly onClose: () => void;
}

/** Asks the client on her phone, or records what she signed. */
export function ConsentForm({ kind, clientId, from, onClose }: ConsentFormProps): ReactNode {
  const { t } = useTranslation('consents');
  const scopes = useRead(ConsentScopesDocument, {});
  return (
    <SideDrawer title={t(kind)} onClose={onClose}>
      <Loaded of={scopes}>
        {({ consentScopes }) => (
          <Fields kind={kind} clientId={clientId} from={from} scopes={consentScopes} onClose={onClose} />
        )}
      </Loaded>
    </SideDrawer>
  );
}

function Fields({
  kind,
  clientId,
  from,
  scopes,
  onClose,
}: ConsentFormProps & { readonly scopes: readonly Scope[] }): ReactNode {
  const { t } = useTranslation('consents');
  const request = useCommand(RequestConsentDocument);
  const record = useCommand(RecordConsentDocument);
  const report = useReport();
  const send = ({ evidenceFileId, isReadAloud, witnessName, validTo, ...wanted }: ConsentValues) => {
    const input = { clientId, ...wanted, fieldGroups: [...wanted.fieldGroups], ...(validTo ? { validTo } : {}) };
    if (kind === 'ask') return request.run({ input });
    const witness = isReadAloud === 'yes' ? { witnessName: witnessName ?? '' } : {};
    return record.run({ input, evidence: { fileId: evidenceFileId, isReadAloud: isReadAloud === 'yes', ...witness } });
  };
  const done = (): void => {
    report({ kind: 'done', payload: null }, t(kind === 'ask' ? 'asked' : 'recorded'));
    onClose();
  };
  return (
    <CommandForm<ConsentValues, unknown>
      initial={
        from === null
          ? { isReadAloud: 'no' }
          : { purpose: from.purpose, recipientId: from.recipient.id, fieldGroups: from.fieldGroups, isReadAloud: 'no' }
      }
      submitLabel={t(kind === 'ask' ? 'sendAsk' : 'sendRecord')}
      isRunning={request.isRunning || record.isRunning}
      onSubmit={send}
      onDone={done}
    >
      <div style={{ marginBottom: 14 }}>
        <Note>{t(kind === 'ask' ? 'askNote' : 'recordNote')}</Note>
      </div>
      <ScopeFields scopes={scopes} />
      {kind === 'record' ? <EvidenceFields /> : null}
    </CommandForm>
  );
}

/** Purpose first: it says who may receive and which fields there are; the words that she reads stand below. */
function ScopeFields({ scopes }: { readonly scopes: readonly Scope[] }): ReactNode {
  const { t } = useTranslation('consents');
  const format = useFormat();
  const form = Form.useFormInstance();
  const purpose = Form.useWatch<ConsentPurpose | undefined>('purpose', form);
  const recipientId = Form.useWatch<string | undefined>('recipientId', form);
  const scope = scopes.find((one) => one.purpose === purpose);
  const recipient = scope?.recipients.find(({ id }) => id === recipientId)?.name ?? '…';
  return (
    <>
      <SelectField
        name="purpose"
        label={t('field.purpose')}
        choices={scopes.map(({ purpose: value }) => ({ value, label: t(`common:purpose.${value}`) }))}
      />
      {scope === undefined ? null : (
        <>
          <SelectField
            name="recipientId"
            label={t('field.recipient')}
            choices={scope.recipients.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Form.Item
            name="fieldGroups"
            label={t('fields')}
            rules={[{ required: true, message: t('common:form.required') }]}
            {...(scope.fieldGroups.includes('WORK_NEEDS') ? { extra: t('needsApart') } : {})}
          >
            <Checkbox.Group
              options={scope.fieldGroups.map((value) => ({ value, label: t(`common:fieldGroup.${value}`) }))}
            />
          </Form.Item>
          <InputField name="validTo" label={t('field.validTo')} type="date" isOptional help={t('field.validToHelp')} />
          <p className="s13 mut" style={{ marginBottom: 14 }}>
            {t('reads')}
            {fill(format.inLanguage(scope.text.asks), { recipient })}
          </p>
        </>
      )}
    </>
  );
}
