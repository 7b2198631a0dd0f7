import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OpenedFileDocument, type OpenedFileQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { AccessMark } from '../../../components/client-link';
import { Note } from '../../../components/note';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { OpenedNotes } from './opened-notes';

type Client = NonNullable<OpenedFileQuery['openedFile']>;

interface OpenedFileProps {
  readonly openingId: string;
  /** What she asked other offices for, shown below the facts. */
  readonly aid: (requests: Client['aidRequests']) => ReactNode;
}

/** A file that was opened once: to read, without a single button that changes something. */
export function OpenedFile({ openingId, aid }: OpenedFileProps): ReactNode {
  const { t } = useTranslation('caseloads');
  const read = useRead(OpenedFileDocument, { openingId });
  return (
    <>
      <title>{t('opening.pageTitle')}</title>
      <Loaded of={read}>
        {({ openedFile }) =>
          openedFile === null ? (
            <>
              <h1 className="title">{t('opening.title')}</h1>
              <EmptyState title={t('opening.over')} text={t('opening.overText')} />
              <Link className="btn" to="/open-file">
                {t('opening.title')}
              </Link>
            </>
          ) : (
            <>
              <File client={openedFile} />
              {aid(openedFile.aidRequests)}
            </>
          )
        }
      </Loaded>
    </>
  );
}

function File({ client }: { readonly client: Client }): ReactNode {
  const { t } = useTranslation(['caseloads', 'clients']);
  const format = useFormat();
  const names = (rows: readonly { readonly name: string }[]): string =>
    rows.length === 0 ? t('common:none') : format.list(rows.map(({ name }) => name));
  const from = client.availableFrom === null ? t('clients:now') : format.day(client.availableFrom);
  const facts: readonly (readonly [string, string])[] = [
    [t('clients:contact.phone'), client.phone ?? t('common:none')],
    [t('clients:contact.township'), client.township.name],
    [t('clients:contact.birthYear'), client.birthYear === null ? t('common:none') : String(client.birthYear)],
    [t('clients:column.caseworker'), client.caseworkerName ?? t('common:none')],
    [t('clients:work.skills'), names(client.skills)],
    [t('clients:work.wishes'), names(client.desiredOccupations)],
    [t('clients:work.hours'), t('clients:hours', { count: client.weeklyHoursAvailable })],
    [t('clients:work.from'), from],
    [
      t('clients:work.limits'),
      client.capacityLimits.length === 0
        ? t('common:none')
        : format.list(client.capacityLimits.map((code) => t(`common:capacity.${code}`))),
    ],
  ];
  return (
    <>
      <div className="row wrap" style={{ gap: 12, paddingBottom: 6 }}>
        <h1 className="title">{client.name}</h1>
        <span className="dim s13">{t('clients:file', { number: client.fileNumber })}</span>
        <AccessMark client={client} />
      </div>
      <Note tone="wheat">{t('opening.readOnly')}</Note>
      <Card title={t('opening.facts')}>
        {facts.map(([label, value]) => (
          <div className="li" key={label}>
            <span className="mut sp">{label}</span>
            <span>{value}</span>
          </div>
        ))}
      </Card>
      {client.caseNotes === null ? null : <OpenedNotes notes={client.caseNotes} />}
    </>
  );
}
