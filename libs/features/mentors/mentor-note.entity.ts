import { Check, Index } from 'typeorm';
import {
  BytesColumn,
  CountyRow,
  CountyTable,
  DayColumn,
  IdColumn,
  InstantColumn,
  OPTIONAL,
  RefersTo,
} from '#platform/database/county-row.entity';

/** What a mentor notes for herself about somebody; read by her and by whom it is about, by nobody else. Personal. */
@CountyTable('mentor_note')
@RefersTo('client', 'clientId')
@RefersTo('membership', 'mentorMembershipId')
@RefersTo('mentor_pairing', 'pairingId', [['clientId', 'clientId']])
@Index(['countyId', 'clientId', 'writtenAt'])
@Check('mentor_note_said_check', 'note_enc is not null or next_contact_on is not null')
export class MentorNote extends CountyRow {
  @IdColumn('pairing_id')
  pairingId: string;

  @IdColumn('client_id')
  clientId: string;

  @IdColumn('mentor_membership_id')
  mentorMembershipId: string;

  @InstantColumn('written_at')
  writtenAt: Date;

  /** Encrypted under the client's key; null = only the day of the next contact was named. */
  @BytesColumn('note_enc', OPTIONAL)
  noteEnc: Buffer | null;

  @DayColumn('next_contact_on', OPTIONAL)
  nextContactOn: string | null;
}
