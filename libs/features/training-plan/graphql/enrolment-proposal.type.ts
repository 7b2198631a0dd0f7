import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Enrolment } from '#features/enrolments';
import { PayloadBase } from '#platform/graphql/payload';

@InputType({ description: 'Seats or slots more than there are, for a what-if.' })
export class MorePlacesInput {
  @Field(() => ID, { description: 'Id of the session or position.' })
  id!: string;

  @Field(() => Int, { description: 'How many more, 0..100.' })
  places!: number;
}

@InputType({ description: 'One seat of a plan that is to be asked for.' })
export class PlannedSeatInput {
  @Field(() => ID, { description: 'Id of the client.' })
  clientId!: string;

  @Field(() => ID, { description: 'Id of the session.' })
  sessionId!: string;
}

@ObjectType({ description: 'What became of one seat that was asked for.' })
export class EnrolmentProposal {
  @Field(() => ID, { description: 'Id of the client, as it was given.' })
  clientId!: string;

  @Field(() => ID, { description: 'Id of the session, as it was given.' })
  sessionId!: string;

  @Field(() => Enrolment, { nullable: true, description: 'The enrolment as it stands; null where there is none.' })
  enrolment!: Enrolment | null;

  @Field(() => String, { nullable: true, description: 'Why there is none; null where there is.' })
  code!: string | null;
}

@ObjectType({ description: 'Answer to the proposal of enrolments.' })
export class EnrolmentProposalsPayload extends PayloadBase {
  @Field(() => [EnrolmentProposal], {
    nullable: true,
    description: 'What became of each row; null where none of them could be asked for.',
  })
  proposals!: EnrolmentProposal[] | null;
}
