import Calendar from '@ant-design/icons-svg/es/asn/CalendarOutlined';
import ClockCircle from '@ant-design/icons-svg/es/asn/ClockCircleOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MyPeopleDocument, type MyPeopleQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { Note } from '../../../components/note';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { ToneChip } from '../../../components/status/tone-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { NoteForm } from './note-form';

type Person = MyPeopleQuery['myPeople'][number];

/** The people who agreed to be known, whoever is to be contacted first above. */
export function MyPeople(): ReactNode {
  const { t } = useTranslation('mentors');
  const read = useRead(MyPeopleDocument, {});
  return (
    <Loaded of={read}>
      {({ myPeople }) =>
        myPeople.length === 0 ? (
          <EmptyState title={t('people.none')} text={t('people.noneText')} />
        ) : (
          <div className="stack">
            {myPeople.map((person) => (
              <OnePerson key={person.id} person={person} />
            ))}
          </div>
        )
      }
    </Loaded>
  );
}

function OnePerson({ person }: { readonly person: Person }): ReactNode {
  const { t } = useTranslation('mentors');
  const format = useFormat();
  const { id, name, nextContactOn, notice, validTo, notes } = person;
  return (
    <Card title={name} more={nextContactOn === null ? t('people.noDay') : <NextContact on={nextContactOn} />}>
      <Reach person={person} />
      <p className="li mut s13">
        {format.inLanguage(notice)}
        {validTo === null ? '' : ` ${t('people.until', { day: format.day(validTo) })}`}
      </p>
      <div className="cb stack g8">
        <NoteForm pairingId={id} name={name} />
      </div>
      {notes.map((note) => (
        <OwnNote key={note.id} note={note} />
      ))}
    </Card>
  );
}

/** The day of the next contact: wheat once it has come. */
function NextContact({ on }: { readonly on: string }): ReactNode {
  const { t } = useTranslation('mentors');
  const format = useFormat();
  const days = format.daysFromToday(on);
  const key = days < 0 ? 'people.late' : days === 0 ? 'people.today' : 'people.next';
  return (
    <ToneChip tone={days <= 0 ? 'wheat' : 'petrol'} icon={days <= 0 ? ClockCircle : Calendar}>
      {t(key, { day: format.day(on) })}
    </ToneChip>
  );
}

function Reach({ person }: { readonly person: Person }): ReactNode {
  const { t } = useTranslation('mentors');
  const format = useFormat();
  const { phone, contactRules, workNeeds, pairedOn } = person;
  return (
    <>
      <div className="li">
        <span className="mut sp">{t('people.phone')}</span>
        {phone === null ? <span>{t('people.noPhone')}</span> : <a href={`tel:${phone}`}>{phone}</a>}
      </div>
      {contactRules === null ? null : <Note tone="wheat">{contactRules}</Note>}
      {workNeeds === null || workNeeds.length === 0 ? null : (
        <div className="li">
          <span className="mut sp">{t('people.needs')}</span>
          <span>{format.list([...workNeeds])}</span>
        </div>
      )}
      <div className="li">
        <span className="mut sp">{t('people.since')}</span>
        <span>{format.day(pairedOn)}</span>
      </div>
    </>
  );
}

function OwnNote({ note }: { readonly note: Person['notes'][number] }): ReactNode {
  const { t } = useTranslation('mentors');
  const format = useFormat();
  const { writtenAt, text, nextContactOn } = note;
  return (
    <div className="li">
      <span className="sp">
        {text === null ? null : <span className="b">{text}</span>}
        <span className="two">
          {nextContactOn === null
            ? format.instant(writtenAt)
            : t('people.noted', { at: format.instant(writtenAt), day: format.day(nextContactOn) })}
        </span>
      </span>
    </div>
  );
}
