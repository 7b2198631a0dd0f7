import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { dayOf } from '#domain/common/day';
import { done, refusal, refused } from '#domain/common/outcome';
import { Permission } from '#domain/common/permission';
import { Requires, StepUp } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { DataExportsRepository } from './data-exports.repository';
import { DataExportsService } from './data-exports.service';
import { DataExport, DataExportPayload } from './graphql/data-export.type';

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;

type Answer = Promise<PayloadOf<DataExport, 'dataExport'>>;
type Act = Parameters<Command['run']>[0]['act'];

/** Copies of one's own data. */
@Resolver(() => DataExport)
export class DataExportsResolver {
  constructor(
    private readonly service: DataExportsService,
    private readonly exports: DataExportsRepository,
  ) {}

  @Query(() => [DataExport], {
    description: 'Copies of one’s own data that can be fetched or are being made, the newest first; at most three.',
  })
  @Requires(Permission.OWN_FILE_READ)
  myDataExports(@InOperation() operation: Operation): Promise<DataExport[]> {
    return operation.read((tx) => this.exports.ownKept(tx, dayOf(tx.now)));
  }

  @Mutation(() => DataExportPayload, {
    description:
      'Asks for a copy of everything that is kept about oneself, as JSON and as PDF; it can be fetched for 7 days. Codes: ALREADY_REQUESTED, TOO_MANY_EXPORTS.',
  })
  @Requires(Permission.OWN_DECISION)
  @StepUp()
  requestDataExport(@InCommand() command: Command, @Args('idempotencyKey', KEY) _key: string): Answer {
    return this.run(command, (tx) => this.service.request(tx));
  }

  @Mutation(() => DataExportPayload, {
    description: 'Says that one is about to fetch a copy, so that a proof of identity is asked for. Codes: NOT_FOUND.',
  })
  @Requires(Permission.OWN_DECISION)
  @StepUp()
  openDataExport(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the copy.' }) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, async (tx) =>
      (await this.exports.ownById(tx, id)) === null ? refused(refusal('NOT_FOUND', ['id'])) : done({ id }),
    );
  }

  private run(command: Command, act: Act): Answer {
    return command.run({ as: 'dataExport', act, read: (tx, id) => this.exports.ownById(tx, id) });
  }
}
