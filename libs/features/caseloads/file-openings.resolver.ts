import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { OpeningReview } from '#domain/caseloads/file-opening';
import { Permission } from '#domain/common/permission';
import { Client, clientOf } from '#features/clients';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { FileOpeningsReader } from './file-openings-reader';
import { FileOpeningsService } from './file-openings.service';
import { OpenedFiles } from './opened-files';
import { FileOpening, FileOpeningInput, FileOpeningPayload } from './graphql/file-opening.type';

/** Files opened by break-glass. */
@Resolver(() => FileOpening)
export class FileOpeningsResolver {
  constructor(
    private readonly service: FileOpeningsService,
    private readonly reader: FileOpeningsReader,
    private readonly openedFiles: OpenedFiles,
  ) {}

  @Query(() => [FileOpening], {
    description:
      'Files that were opened once, those that wait for a review first, then the latest: one’s own for a caseworker, all for a supervisor. At most a hundred.',
  })
  @Requires(Permission.FILE_OPEN, Permission.FILE_OPENING_REVIEW)
  fileOpenings(@InOperation() operation: Operation): Promise<FileOpening[]> {
    return operation.read((tx) => this.reader.list(tx));
  }

  @Query(() => [FileOpening], {
    description: 'Who opened one’s own file once, why, and what a second person made of it.',
  })
  @Requires(Permission.OWN_FILE_READ)
  myFileOpenings(@InOperation() operation: Operation): Promise<FileOpening[]> {
    return operation.read((tx) => this.reader.list(tx));
  }

  @Query(() => Client, {
    nullable: true,
    description:
      'The file that was opened, to read; null when its hour is over. Each reading stands in the client’s log before the answer leaves.',
  })
  @Requires(Permission.FILE_OPEN)
  async openedFile(
    @InOperation() operation: Operation,
    @Args('openingId', { type: () => ID, description: 'Id of the opening.' }) openingId: string,
  ): Promise<Client | null> {
    const client = await this.openedFiles.read(operation, openingId);
    return client === null ? null : clientOf(client);
  }

  @Mutation(() => FileOpeningPayload, {
    description:
      'Opens the file of one client of another caseworker for an hour, to read; for a supervisor, with the notes that her own reading leaves out. The client and a supervisor are told at once. Codes: REQUIRED, TOO_SHORT, TOO_LONG, BANNED_TERM, NOT_FOUND, SEVERAL_FOUND, ALREADY_IN_CASELOAD, TOO_MANY_SEARCHES.',
  })
  @Requires(Permission.FILE_OPEN)
  async openFile(
    @InCommand() command: Command,
    @InOperation() operation: Operation,
    @Args('input', { type: () => FileOpeningInput, description: 'Whose file, and why.' }) input: FileOpeningInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<FileOpening, 'fileOpening'>> {
    const payload = await command.run({
      as: 'fileOpening',
      act: (tx) => this.service.open(tx, input),
      read: (tx, id) => this.reader.byId(tx, id),
    });
    await this.openedFiles.noteRefused(operation, payload.userErrors.length === 0);
    return payload;
  }

  @Mutation(() => FileOpeningPayload, {
    description:
      'A second person says whether there was cause. Codes: NOT_FOUND, WRONG_STATE, SAME_PERSON, TOO_LONG, BANNED_TERM.',
  })
  @Requires(Permission.FILE_OPENING_REVIEW)
  reviewFileOpening(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the opening.' }) id: string,
    @Args('verdict', { type: () => OpeningReview, description: 'JUSTIFIED or NOT_JUSTIFIED.' })
    verdict: OpeningReview,
    @Args('note', { type: () => String, description: 'A sentence, at most 200 characters; may be empty.' })
    note: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<FileOpening, 'fileOpening'>> {
    return command.run({
      as: 'fileOpening',
      act: (tx) => this.service.review(tx, id, { verdict, note }),
      read: (tx, reviewed) => this.reader.byId(tx, reviewed),
    });
  }
}
