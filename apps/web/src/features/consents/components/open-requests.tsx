import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientConsentsQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';

type Request = NonNullable<ClientConsentsQuery['client']>['consentRequests'][number];

/** What waits for her word; nothing where nothing does. */
export function OpenRequests({ rows }: { readonly rows: readonly Request[] }): ReactNode {
  const { t } = useTranslation('consents');
  const format = useFormat();
  const open = rows.filter(({ status }) => status === 'OPEN');
  if (open.length === 0) return null;
  return (
    <Card title={t('waiting')} count={t('copies', { count: open.length })}>
      {open.map(({ id, recipientName, purpose, fieldGroups, answerBy }) => (
        <div className="li" key={id}>
          <TwoLines
            first={`${recipientName} · ${t(`common:purpose.${purpose}`)} · ${format.list(fieldGroups.map((group) => t(`common:fieldGroup.${group}`)))}`}
            second={t('answerBy', { day: format.day(answerBy) })}
          />
        </div>
      ))}
    </Card>
  );
}
