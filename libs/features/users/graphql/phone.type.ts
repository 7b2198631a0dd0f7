import { Field, ObjectType } from '@nestjs/graphql';
import { PayloadBase } from '#platform/graphql/payload';
import { Viewer } from './viewer.type';

@ObjectType({ description: 'What the sign-in page offers on this phone; it names nobody.' })
export class PhoneDoor {
  @Field(() => Boolean, { description: 'True where somebody chose six digits on this phone.' })
  takesPin!: boolean;

  @Field(() => Boolean, { description: 'True where several people did: the login is asked beside the digits.' })
  asksLogin!: boolean;
}

@ObjectType({ description: 'The phone on which a client is signed in.' })
export class OwnPhone {
  @Field(() => Boolean, { description: 'True after a one-time code: she chooses six digits or a password first.' })
  isFirst!: boolean;

  @Field(() => Boolean, { description: 'Whether she chose six digits on this phone.' })
  hasPin!: boolean;

  @Field(() => Boolean, { description: 'Whether it is remembered for 30 days.' })
  isRemembered!: boolean;

  @Field(() => Boolean, {
    description: 'True where the digits were given long ago: until they are given, only lessons are answered.',
  })
  isLocked!: boolean;
}

@ObjectType({ description: 'Answer of an act about the phone.' })
export class PhonePayload extends PayloadBase {
  @Field(() => Viewer, { nullable: true, description: 'Who is signed in now; null when it was not done.' })
  viewer!: Viewer | null;
}

@ObjectType({ description: 'Answer of forgetting the phone.' })
export class PhoneForgottenPayload extends PayloadBase {
  @Field(() => Boolean, { description: 'True when nobody is signed in here any more and the digits are gone.' })
  forgotten!: boolean;
}
