import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PayloadBase } from '#platform/graphql/payload';
import { DateTimeScalar } from '#platform/graphql/scalars';

@ObjectType({ description: 'How a client signs in, as her caseworker sees it.' })
export class ClientSignIn {
  @Field(() => ID, { description: 'Id of the client.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Her login; null as long as she has no account.' })
  login!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the unused code opens; null where none waits.',
  })
  codeExpiresAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When she was last here, to the minute; null = never.' })
  lastSeenAt!: Date | null;
}

@ObjectType({ description: 'Answer of issuing a one-time code.' })
export class SignInCodePayload extends PayloadBase {
  @Field(() => ClientSignIn, { nullable: true, description: 'How she signs in now; null when it was not done.' })
  clientSignIn!: ClientSignIn | null;

  @Field(() => String, {
    nullable: true,
    description: 'Twelve digits that open once within 72 hours. Shown once: a repeated request answers null.',
  })
  code!: string | null;
}
