import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ isAbstract: true })
abstract class CodeWithName {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;

  @Field(() => String, { description: 'Name in Chinese.' })
  name!: string;

  @Field(() => String, { description: 'Name in English.' })
  nameEn!: string;
}

@ObjectType({ description: 'A town or township of the county.' })
export class Township extends CodeWithName {}

@ObjectType({ description: 'A skill or a certificate that work asks for.' })
export class Skill extends CodeWithName {}

@ObjectType({ description: 'An occupation of the county’s catalogue.' })
export class Occupation extends CodeWithName {}
