import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ExportFailure, ExportStatus } from '#domain/data-rights/data-export';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';

registerEnumType(ExportStatus, {
  name: 'ExportStatus',
  description: 'Where a copy of one’s own data stands.',
  valuesMap: {
    QUEUED: { description: 'Being made.' },
    READY: { description: 'Can be fetched.' },
    FAILED: { description: 'Was not made; one asks again.' },
  },
});
registerEnumType(ExportFailure, {
  name: 'ExportFailure',
  description: 'Why a copy of one’s own data was not made.',
  valuesMap: { REQUESTER_GONE: { description: 'Whoever asked for it had no membership any more.' } },
});

@ObjectType({ description: 'A copy of everything that is kept about the reader, as JSON and as PDF.' })
export class DataExport {
  @Field(() => ID, { description: 'Id; the copy lies at /exports/<id>/pdf and /exports/<id>/json.' })
  id!: string;

  @Field(() => ExportStatus, { description: 'Where it stands.' })
  status!: ExportStatus;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made; null before.' })
  readyAt!: Date | null;

  @Field(() => DateScalar, { description: 'Last day on which it can be fetched.' })
  keepUntil!: string;

  @Field(() => ExportFailure, { nullable: true, description: 'Why it was not made; null unless it failed.' })
  failureCode!: ExportFailure | null;
}

/** Answer of a mutation that concerns one copy. */
export const DataExportPayload = payloadTypeOf(DataExport, 'dataExport');
