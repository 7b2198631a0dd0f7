import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { HardCheckName } from '#domain/matching/hard-checks';
import { ScorePartName } from '#domain/matching/score-weights';
import { Skill } from '#features/parameters';
import { CourseSession } from '#features/training';
import { Figure } from '#platform/graphql/user-error';

registerEnumType(ScorePartName, {
  name: 'ScorePartName',
  description: 'A part of the score, in the order in which parts are shown.',
  valuesMap: {
    SKILLS: { description: 'Listed skills that the person has.' },
    OCCUPATION: { description: 'The wish for an occupation.' },
    COMMUTE: { description: 'Minutes to work.' },
    PAY: { description: 'Posted pay against the wish.' },
    SHIFT_AND_HOURS: { description: 'Shift and weekly hours against the wish.' },
    BENEFITS: { description: 'Housing and meals against the wish.' },
  },
});

registerEnumType(HardCheckName, {
  name: 'HardCheckName',
  description: 'A condition without which nobody is recommended.',
  valuesMap: {
    TRAVEL: { description: 'Minutes to work within the person’s limit.' },
    WEEKLY_HOURS: { description: 'Weekly hours within what is possible.' },
    SHIFT: { description: 'A shift that is possible.' },
    PAY: { description: 'Highest posted pay reaches the least acceptable.' },
    CAPACITY: { description: 'The workplace respects every capacity limit.' },
    CERTIFICATES: { description: 'Required certificates, valid today.' },
    START_DATE: { description: 'A first day before the position closes.' },
    AGREEMENT: { description: 'The agreement is in force.' },
    SKILLS: { description: 'Required skills.' },
  },
});

@ObjectType({ description: 'One part of a score.' })
export class MatchPart {
  @Field(() => ScorePartName, { description: 'Which part.' })
  name!: ScorePartName;

  @Field(() => Int, { description: 'Points given.' })
  points!: number;

  @Field(() => Int, { description: 'Points possible.' })
  of!: number;

  @Field(() => [Figure], { description: 'The figures behind it.' })
  figures!: Figure[];
}

@ObjectType({ description: 'One hard check.' })
export class MatchCheck {
  @Field(() => HardCheckName, { description: 'Which check.' })
  name!: HardCheckName;

  @Field(() => Boolean, { description: 'True when it holds.' })
  passed!: boolean;

  @Field(() => [Figure], { description: 'The figures behind it.' })
  figures!: Figure[];
}

@ObjectType({ description: 'A missing skill or certificate, and where it can be learnt next.' })
export class MissingQualification {
  @Field(() => HardCheckName, { description: 'The check that fails for want of it: SKILLS or CERTIFICATES.' })
  check!: HardCheckName;

  @Field(() => Skill, { description: 'What is missing.' })
  qualification!: Skill;

  @Field(() => CourseSession, {
    nullable: true,
    description: 'The next session that teaches it and takes enrolments; null where none is planned.',
  })
  nextSession!: CourseSession | null;
}

@ObjectType({ description: 'Answers of an enterprise in the last 90 days; shown beside a match, never counted.' })
export class AnswerRate {
  @Field(() => Int, { description: 'Answered by the answer-by date.' })
  answered!: number;

  @Field(() => Int, { description: 'Answers that were due.' })
  due!: number;
}

@ObjectType({ isAbstract: true })
abstract class JudgedPair {
  @Field(() => Int, { description: 'Score, 0..10,000: the sum of the parts; 0 where the person objects to ranking.' })
  score!: number;

  @Field(() => [MatchPart], { description: 'Parts of the score; empty where the person objects to ranking.' })
  parts!: MatchPart[];

  @Field(() => [MatchCheck], { description: 'Every hard check, failed or not.' })
  hardChecks!: MatchCheck[];

  @Field(() => Boolean, { description: 'True when every hard check holds.' })
  feasible!: boolean;

  @Field(() => Int, { nullable: true, description: 'Minutes to work; null where the way is not known.' })
  travelMinutes!: number | null;
}

@ObjectType({ description: 'A position judged for one client.' })
export class Match extends JudgedPair {
  /** For the field `position`. */
  positionId!: string;

  /** For the field `missingQualifications`. */
  missing!: readonly { readonly check: HardCheckName; readonly code: string }[];
}

@ObjectType({ description: 'A client judged for one position.' })
export class ClientMatch extends JudgedPair {
  /** For the field `client`. */
  clientId!: string;
}
