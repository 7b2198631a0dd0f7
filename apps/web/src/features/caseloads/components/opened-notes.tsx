import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedFileQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';

type Notes = NonNullable<NonNullable<OpenedFileQuery['openedFile']>['caseNotes']>;

interface OpenedNotesProps {
  readonly notes: Notes;
}

/** What an opened file says beyond work: whether the programme is open to her, and what was noted of contacts. */
export function OpenedNotes({ notes }: OpenedNotesProps): ReactNode {
  const { t } = useTranslation(['caseloads', 'followUp']);
  return (
    <Card title={t('opening.notes')}>
      {notes.isEligible === null ? null : (
        <div className="li">
          <span className="mut sp">{t('opening.eligible')}</span>
          <span>
            <Attested notes={notes} />
          </span>
        </div>
      )}
      {notes.planNote === null ? null : (
        <div className="li">
          <TwoLines first={t('opening.planNote')} second={notes.planNote} />
        </div>
      )}
      {notes.contacts.length === 0 ? <p className="li mut">{t('opening.noContacts')}</p> : null}
      {notes.contacts.map((contact) => (
        <NotedContact key={contact.id} contact={contact} />
      ))}
    </Card>
  );
}

function Attested({ notes }: OpenedNotesProps): string {
  const { t } = useTranslation('caseloads');
  const format = useFormat();
  if (notes.isEligible !== true) return t('opening.notAttested');
  const { attestedOn, attestedByName: name } = notes;
  return attestedOn === null || name === null
    ? t('opening.attestedBare')
    : t('opening.attested', { day: format.day(attestedOn), name });
}

function NotedContact({ contact }: { readonly contact: Notes['contacts'][number] }): ReactNode {
  const { t } = useTranslation(['caseloads', 'followUp']);
  const format = useFormat();
  const { occurredAt, channel, isTwoWay, memberName, note } = contact;
  const facts = [
    format.instant(occurredAt),
    t(`followUp:channel.${channel}`),
    t(isTwoWay ? 'opening.twoWay' : 'opening.oneWay'),
    ...(memberName === null ? [] : [memberName]),
  ];
  return (
    <div className="li">
      {note === null ? <span>{facts.join(' · ')}</span> : <TwoLines first={facts.join(' · ')} second={note} />}
    </div>
  );
}
