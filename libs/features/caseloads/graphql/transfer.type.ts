import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TransferReason, TransferStatus } from '#domain/caseloads/case-transfer';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateTimeScalar } from '#platform/graphql/scalars';

registerEnumType(TransferStatus, {
  name: 'TransferStatus',
  description: 'Where a handover stands.',
  valuesMap: {
    REQUESTED: { description: 'Waits for the colleague.' },
    ACCEPTED: { description: 'The client has moved.' },
    REFUSED: { description: 'The colleague did not take it; the client stays.' },
    WITHDRAWN: { description: 'Taken back before an answer.' },
  },
});

registerEnumType(TransferReason, {
  name: 'TransferReason',
  description: 'Why a client is handed over.',
  valuesMap: {
    CASEWORKER_LEAVES: { description: 'Her caseworker leaves.' },
    CLIENT_WISHES: { description: 'The client wishes it.' },
    CLIENT_MOVED: { description: 'The client lives elsewhere now.' },
    WORKLOAD: { description: 'To share the work evenly.' },
  },
});

@ObjectType({ description: 'The handover of one client from one caseworker to another.' })
export class CaseTransfer {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'File number of the client; her name is seen by whoever looks after her.' })
  fileNumber!: string;

  @Field(() => ID, { description: 'Membership of the caseworker whom the client leaves.' })
  fromId!: string;

  @Field(() => String, { description: 'Name of the caseworker whom the client leaves.' })
  fromName!: string;

  @Field(() => ID, { description: 'Membership of the caseworker who takes over.' })
  toId!: string;

  @Field(() => String, { description: 'Name of the caseworker who takes over.' })
  toName!: string;

  @Field(() => TransferReason, { description: 'Why.' })
  reason!: TransferReason;

  @Field(() => TransferStatus, { description: 'Where it stands.' })
  status!: TransferStatus;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered or withdrawn; null before.' })
  decidedAt!: Date | null;

  @Field(() => Boolean, { description: 'True where the reader may accept or refuse it now.' })
  canAnswer!: boolean;

  @Field(() => Boolean, { description: 'True where the reader may take it back now.' })
  canWithdraw!: boolean;
}

@InputType({ description: 'A client to be handed over.' })
export class CaseTransferInput {
  @Field(() => ID, { description: 'Id of the client.' })
  clientId!: string;

  @Field(() => ID, { description: 'Membership of the caseworker who is to take over; of the same office.' })
  toId!: string;

  @Field(() => TransferReason, { description: 'Why; the client reads it in plain words.' })
  reason!: TransferReason;
}

/** CaseTransferPayload in the schema. */
export const CaseTransferPayload = payloadTypeOf(CaseTransfer, 'caseTransfer');
