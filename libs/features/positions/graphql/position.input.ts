import { Field, ID, InputType } from '@nestjs/graphql';
import { PositionStatus } from '#domain/positions/position-lifecycle';

@InputType({ description: 'Which positions to list; what is absent does not filter.' })
export class PositionFilter {
  @Field(() => PositionStatus, { nullable: true, description: 'Where the position stands.' })
  status?: PositionStatus | null;

  @Field(() => ID, { nullable: true, description: 'Id of the enterprise.' })
  enterpriseId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Part of the title, the workplace or the enterprise’s name, or the enterprise’s number of the position.',
  })
  search?: string | null;
}
