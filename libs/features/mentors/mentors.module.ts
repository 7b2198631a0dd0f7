import { Module } from '@nestjs/common';
import { ClientsModule } from '#features/clients';
import { ConsentModule } from '#features/consent';
import { TasksModule } from '#features/tasks';
import { constraintMeans } from '#platform/database/constraint-refusals';
import { MentorConsents } from './mentor-consents';
import { MentorNoteTexts } from './mentor-note-texts';
import { MentorNotesRepository } from './mentor-notes.repository';
import { OwnPeopleResolver } from './own-people.resolver';
import { OwnPeopleService } from './own-people.service';
import { ClientMentorResolver, PairingsResolver } from './pairings.resolver';
import { PairingsRepository } from './pairings.repository';
import { PairingsService } from './pairings.service';

constraintMeans('mentor_pairing_one_idx', 'ALREADY_PAIRED', ['mentorId']);

/** Who keeps in touch with whom one to one. */
@Module({
  imports: [ClientsModule, ConsentModule, TasksModule],
  providers: [
    PairingsResolver,
    ClientMentorResolver,
    PairingsService,
    PairingsRepository,
    MentorConsents,
    OwnPeopleResolver,
    OwnPeopleService,
    MentorNotesRepository,
    MentorNoteTexts,
  ],
})
export class MentorsModule {}
