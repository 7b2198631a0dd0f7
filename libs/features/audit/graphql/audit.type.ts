import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CHAIN_PROBLEMS, type ChainProblem as Problem } from '#platform/audit/verify-chain';
import { connectionTypeOf } from '#platform/graphql/connection';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';

/** What was done and what was denied. */
export const AuditOutcome = { ALLOWED: 'ALLOWED', DENIED: 'DENIED' } as const;
export type AuditOutcome = (typeof AuditOutcome)[keyof typeof AuditOutcome];
registerEnumType(AuditOutcome, {
  name: 'AuditOutcome',
  description: 'Whether an act was done or denied.',
  valuesMap: { ALLOWED: { description: 'Done.' }, DENIED: { description: 'Denied; nothing was done.' } },
});

/** The problems as an object, as the schema wants them. */
export const ChainProblem = Object.fromEntries(CHAIN_PROBLEMS.map((code) => [code, code])) as { [P in Problem]: P };
registerEnumType(ChainProblem, {
  name: 'AuditChainProblem',
  description: 'What is wrong with an audit chain.',
  valuesMap: {
    ENTRY_MISSING: { description: 'A link without its entry.' },
    ENTRY_CHANGED: { description: 'An entry that is not what its link sealed.' },
    ENTRY_WITHOUT_LINK: { description: 'An entry that was never linked.' },
    GAP: { description: 'A link is missing.' },
    BROKEN_LINK: { description: 'A link that does not follow from the one before.' },
    HEAD_MISMATCH: { description: 'The chain does not end where its head says.' },
    TAIL_CUT: { description: 'The chain is shorter than an anchor says.' },
    CUT_WITHOUT_CHECKPOINT: { description: 'The beginning is gone without a signed checkpoint.' },
    ANCHOR_MISMATCH: { description: 'A link is not what a signed anchor says: the chain was written anew.' },
    ANCHOR_FORGED: { description: 'An anchor with a bad signature.' },
    NO_ANCHOR: { description: 'No anchor vouches for the chain.' },
  },
});

@ObjectType({ description: 'Who did or was denied what; names of fields, never values.' })
export class AuditEntry {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => Int, { description: 'Place in the county’s chain, from 1.' })
  sequence!: number;

  @Field(() => DateTimeScalar, { description: 'When.' })
  occurredAt!: Date;

  @Field(() => String, { description: 'Role of who acted; SYSTEM:<job> for a job.' })
  actorRole!: string;

  @Field(() => ID, { nullable: true, description: 'Membership of who acted; null for a job.' })
  actorMembershipId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of a member of staff or a partner; null for a client or a job.',
  })
  actorName!: string | null;

  @Field(() => String, { description: 'Subject and verb: referral.sent.' })
  action!: string;

  @Field(() => AuditOutcome, { description: 'Whether it was done.' })
  outcome!: AuditOutcome;

  @Field(() => String, { description: 'Kind of the row.' })
  subjectType!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the row; null where a denied request named none.' })
  subjectId!: string | null;

  @Field(() => [String], { description: 'Fields concerned, by name.' })
  fields!: readonly string[];
}

/** AuditEntryConnection in the schema. */
export const AuditEntryConnection = connectionTypeOf(AuditEntry);

@InputType({ description: 'Which entries to list; what is absent does not filter.' })
export class AuditFilter {
  @Field(() => String, { nullable: true, description: 'Beginning of the action, such as referral.' })
  action?: string | null;

  @Field(() => AuditOutcome, { nullable: true, description: 'Only what was done, or only what was denied.' })
  outcome?: AuditOutcome | null;

  @Field(() => ID, { nullable: true, description: 'Only entries about this row.' })
  subjectId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day.' })
  to?: string | null;
}

@ObjectType({ description: 'What one walk along the chain found.' })
export class AuditVerification {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  verifiedAt!: Date;

  @Field(() => Int, { description: 'Links walked.' })
  entries!: number;

  @Field(() => Int, { description: 'Up to this place an anchor outside the database vouches; 0 = nowhere.' })
  anchoredSequence!: number;

  @Field(() => ChainProblem, { nullable: true, description: 'The first problem; null = intact.' })
  problem!: Problem | null;

  @Field(() => Int, { nullable: true, description: 'Place in the chain where the problem shows.' })
  problemSequence!: number | null;
}

@ObjectType({ description: 'The county’s audit chain.' })
export class AuditChain {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => Int, { description: 'Entries in the chain.' })
  entries!: number;

  @Field(() => Boolean, { description: 'True while a verification is under way.' })
  isVerifying!: boolean;

  @Field(() => [AuditVerification], { description: 'The last ten verifications, latest first.' })
  verifications!: readonly AuditVerification[];
}

/** AuditChainPayload in the schema. */
export const AuditChainPayload = payloadTypeOf(AuditChain, 'auditChain');
