import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ContactChannel } from '#domain/follow-up/contact-codes';

@InputType({ description: 'A contact for a follow-up milestone; about work only, without free text.' })
export class ContactInput {
  @Field(() => ID, { description: 'Id of the milestone.' })
  milestoneId!: string;

  @Field(() => ContactChannel, { description: 'By what way.' })
  channel!: ContactChannel;

  @Field(() => Boolean, { description: 'True when the person answered: only then the milestone is done.' })
  isTwoWay!: boolean;

  @Field(() => Int, { nullable: true, description: 'Minutes, 0..1440; absent or null where not measured.' })
  durationMinutes?: number | null;
}
