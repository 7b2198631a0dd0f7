import { Field, ObjectType } from '@nestjs/graphql';
import { PayloadBase } from '#platform/graphql/payload';
import { OwnAccount } from './own-account.type';

@ObjectType({ description: 'A provider through which staff and enterprises may sign in, as the operator set it up.' })
export class SignInProviderInfo {
  @Field(() => String, { description: 'What the button calls it, 1..20 characters.' })
  label!: string;
}

@ObjectType({ description: 'The way to the sign-in provider.' })
export class ProviderRequestPayload extends PayloadBase {
  @Field(() => String, {
    nullable: true,
    description: 'Address at the provider, for this browser and ten minutes; null when it cannot be asked.',
  })
  url!: string | null;
}

@ObjectType({
  description: 'The way to the sign-in provider for linking: shown once, a repeated request answers null.',
})
export class ProviderLinkPayload extends PayloadBase {
  @Field(() => OwnAccount, { nullable: true, description: 'The account; null when it was not done.' })
  ownAccount!: OwnAccount | null;

  @Field(() => String, {
    nullable: true,
    description: 'Address at the provider, for this browser and ten minutes; null when it cannot be asked.',
  })
  url!: string | null;
}
