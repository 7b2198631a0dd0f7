import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { OrganisationKind } from '#domain/organisations/organisation-codes';

registerEnumType(OrganisationKind, {
  name: 'OrganisationKind',
  description: 'What an organisation is.',
  valuesMap: {
    EMPLOYMENT_OFFICE: { description: 'The county’s employment service.' },
    ENTERPRISE: { description: 'An enterprise that offers work.' },
    TRAINING_BASE: { description: 'A base that trains.' },
    COMMUNITY_STATION: { description: 'A station in a community.' },
  },
});

@ObjectType({ description: 'An office, enterprise, training base or community station.' })
export class Organisation {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => OrganisationKind, { description: 'What it is.' })
  kind!: OrganisationKind;
}
