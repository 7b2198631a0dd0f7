import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FindingTurn } from '#domain/pay-equity/finding-turn';
import { DateScalar } from '#platform/graphql/scalars';

registerEnumType(FindingTurn, {
  name: 'FindingTurn',
  description: 'Whose turn it is.',
  valuesMap: {
    OFFICE: { description: 'The office: a caseworker, or a supervisor.' },
    CLIENT: { description: 'The client, who decides.' },
    ENTERPRISE: { description: 'The enterprise, which answers or pays.' },
    AUTHORITY: { description: 'The authority that it was handed to.' },
  },
});

@ObjectType({ description: 'How much of the present step’s time is over.' })
export class FindingClock {
  @Field(() => DateScalar, { description: 'The day on which the step began.' })
  beganOn!: string;

  @Field(() => DateScalar, { description: 'The last day of the step.' })
  dueOn!: string;

  @Field(() => Int, {
    description: 'Working days that are left after today; below zero where the last day has passed.',
  })
  workingDaysLeft!: number;
}
