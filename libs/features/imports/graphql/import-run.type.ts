import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RunState } from '#domain/common/run-lifecycle';
import { ImportKind, ImportRowResult } from '#domain/imports/import-codes';
import { connectionTypeOf } from '#platform/graphql/connection';
import { payloadTypeOf } from '#platform/graphql/payload';

registerEnumType(ImportKind, {
  name: 'ImportKind',
  description: 'What a file holds.',
  valuesMap: {
    CLIENTS: { description: 'Clients, for one’s own caseload.' },
    POSITIONS: { description: 'Positions of enterprises.' },
    PAYROLL: { description: 'An enterprise’s payroll of one month.' },
  },
});

registerEnumType(ImportRowResult, {
  name: 'ImportRowResult',
  description: 'What became of a row.',
  valuesMap: {
    CREATED: { description: 'Taken in as new.' },
    UPDATED: { description: 'Known, and changed.' },
    UNCHANGED: { description: 'Known, and equal.' },
    REFUSED: { description: 'Not taken in; the row says why.' },
  },
});

registerEnumType(RunState, {
  name: 'RunState',
  description: 'The state of work in the background.',
  valuesMap: {
    QUEUED: { description: 'Waiting.' },
    RUNNING: { description: 'Being done.' },
    DONE: { description: 'Done.' },
    FAILED: { description: 'Given up, or refused as a whole: nothing of it is in.' },
  },
});

@ObjectType({ description: 'Why a file or a row was refused.' })
export class ImportRefusal {
  @Field(() => String, { description: 'Code of the reason.' })
  code!: string;

  @Field(() => [String], { description: 'Headers of the columns that it concerns; empty where it concerns the whole.' })
  field!: string[];

  @Field(() => String, { description: 'The code in words; screens bring their own sentence.' })
  message!: string;
}

@ObjectType({ description: 'What became of one row of a file.' })
export class ImportRow {
  /** For the cursor; the schema does not show it. */
  id!: string;

  @Field(() => Int, { description: 'Row of the file, the first being 1.' })
  rowNumber!: number;

  @Field(() => ImportRowResult, { description: 'What became of it.' })
  result!: ImportRowResult;

  @Field(() => String, {
    nullable: true,
    description: 'File number, position number or employee number; null where the row gives none that may be kept.',
  })
  key!: string | null;

  @Field(() => [ImportRefusal], { description: 'Every reason against it; empty unless refused.' })
  refusals!: ImportRefusal[];
}

/** ImportRowConnection in the schema. */
export const ImportRowConnection = connectionTypeOf(ImportRow);

@ObjectType({
  description: 'The import of one file. Refused rows are downloaded from /imports/<id>/refused.csv for 7 days.',
})
export class ImportRun {
  @Field(() => ID, { description: 'Id of the run.' })
  id!: string;

  @Field(() => ImportKind, { description: 'What the file holds.' })
  kind!: ImportKind;

  @Field(() => Boolean, { description: 'True where the file was only tried out: nothing of it was written.' })
  isDryRun!: boolean;

  @Field(() => RunState, { description: 'State of the run.' })
  state!: RunState;

  @Field(() => String, { description: 'Name of the file; empty once it was destroyed.' })
  fileName!: string;

  @Field(() => Int, { description: 'How far it is, in per cent.' })
  progress!: number;

  @Field(() => Int, { description: 'Rows of the file that are not empty, without the header; 0 until it was read.' })
  totalRows!: number;

  @Field(() => Int, { description: 'Rows taken in as new.' })
  created!: number;

  @Field(() => Int, { description: 'Rows that changed something.' })
  updated!: number;

  @Field(() => Int, { description: 'Rows that were known and equal.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Rows that were refused.' })
  refused!: number;

  @Field(() => [String], { description: 'Headers of columns that are not ours; their cells were dropped unread.' })
  unknownColumns!: string[];

  @Field(() => ImportRefusal, {
    nullable: true,
    description:
      'Why the file, or what was left of it, was not taken in; null where it was. Codes: FILE_EMPTY, TOO_LARGE, NOT_A_TABLE, TOO_MANY_ROWS, NO_HEADER, MISSING_COLUMN, DUPLICATE_COLUMN, NO_ROWS, BANNED_TERM (nothing of the file is kept), FILE_GONE, REQUESTER_GONE (whoever asked is no longer active; the rows counted stand).',
  })
  fileRefusal!: ImportRefusal | null;
}

/** ImportRunPayload in the schema. */
export const ImportRunPayload = payloadTypeOf(ImportRun, 'importRun');

@InputType({ description: 'A file to be imported.' })
export class StartImportInput {
  @Field(() => ImportKind, { description: 'What it holds.' })
  kind!: ImportKind;

  @Field(() => ID, { description: 'Id that POST /files gave.' })
  fileId!: string;

  @Field(() => String, { nullable: true, description: 'Month of a payroll, YYYY-MM; not for other kinds.' })
  period?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True to try it out: every row gets its result, nothing is written. False unless told.',
  })
  dryRun?: boolean | null;
}
