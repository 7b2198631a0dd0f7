import {
  Check,
  Column,
  Entity,
  ForeignKey,
  getMetadataArgsStorage,
  Index,
  PrimaryColumn,
  type ColumnOptions,
} from 'typeorm';

/** What every row of a county has: the county, and an id that the application made (UUID v7). */
export abstract class CountyRow {
  @PrimaryColumn({ name: 'county_id', type: 'uuid' })
  countyId: string;

  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;
}

/** A row of a county that people edit: `version` counts the edits, 1 at first. */
export abstract class EditableRow extends CountyRow {
  @Column({ name: 'version', type: 'integer', default: 1 })
  version: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}

/** The closed list that a text column takes its values from. */
export type Values = Readonly<Record<string, string>> | readonly string[];

type Options = Pick<ColumnOptions, 'nullable' | 'default' | 'update'>;

/** The column may be empty. */
export const OPTIONAL = { nullable: true } as const;

const quoted = (values: Values): string =>
  Object.values(values)
    .map((value: string) => `'${value}'`)
    .join(', ');

const all =
  (...decorators: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };

/** A table whose rows belong to one county; its key is (county_id, id), so that references cannot cross counties. */
export function CountyTable(name: string): ClassDecorator {
  return (target) => {
    Entity({ name })(target);
    ForeignKey('county', ['countyId'], ['id'], { onDelete: 'RESTRICT' })(target);
  };
}

/**
 * A composite reference (county_id, x_id) → (county_id, id). `also` names further columns that must agree with the
 * parent, as [own property, the parent's property].
 */
export function RefersTo(
  table: string,
  property: string,
  also: readonly (readonly [string, string])[] = [],
): ClassDecorator {
  const columnNames = ['countyId', property, ...also.map(([own]) => own)];
  const referencedColumnNames = ['countyId', 'id', ...also.map(([, parents]) => parents)];
  return (target) => {
    // @ForeignKey takes tuples of a known length only; this is all that it does.
    getMetadataArgsStorage().foreignKeys.push({
      target,
      type: table,
      columnNames,
      referencedColumnNames,
      onDelete: 'RESTRICT',
    });
  };
}

/** A reference by which rows are looked up: RefersTo with an index. */
export function BelongsTo(
  table: string,
  property: string,
  also: readonly (readonly [string, string])[] = [],
): ClassDecorator {
  return (target) => {
    RefersTo(table, property, also)(target);
    Index(['countyId', property])(target);
  };
}

/** Text; '' and null differ. */
export const TextColumn = (name: string, options: Options = {}): PropertyDecorator =>
  Column({ name, type: 'text', ...options });

/** Text from a closed list. */
export const OneOf = (name: string, values: Values, options: Options = {}): PropertyDecorator =>
  all(TextColumn(name, options), Check(`"${name}" in (${quoted(values)})`));

/** Codes without order or doubles, none by default. */
export const CodesColumn = (name: string): PropertyDecorator =>
  Column({ name, type: 'text', array: true, default: '{}' });

/** Codes from a closed list, none by default. */
export const SomeOf = (name: string, values: Values): PropertyDecorator =>
  all(CodesColumn(name), Check(`"${name}" <@ array[${quoted(values)}]::text[]`));

/** An id of another row; the reference itself is declared on the class. */
export const IdColumn = (name: string, options: Options = {}): PropertyDecorator =>
  Column({ name, type: 'uuid', ...options });

/** Ids of other rows in an order that means something; none by default. */
export const IdsColumn = (name: string): PropertyDecorator =>
  Column({ name, type: 'uuid', array: true, default: '{}' });

/** A calendar day 'YYYY-MM-DD' in Asia/Shanghai. */
export const DayColumn = (name: string, options: Options = {}): PropertyDecorator =>
  Column({ name, type: 'date', ...options });

/** A calendar month 'YYYY-MM'. */
export const MonthColumn = (name: string, options: Options = {}): PropertyDecorator =>
  all(TextColumn(name, options), Check(`"${name}" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`));

/** An instant in UTC. */
export const InstantColumn = (name: string, options: Options = {}): PropertyDecorator =>
  Column({ name, type: 'timestamptz', ...options });

const toNumber = {
  to: (value: unknown): unknown => value,
  from: (value: string | number | null): number | null => (value === null ? null : Number(value)),
};

/** Money in whole fen, never below 0. */
export const FenColumn = (name: string, options: Options = {}): PropertyDecorator =>
  all(Column({ name, type: 'bigint', transformer: toNumber, ...options }), Check(`"${name}" >= 0`));

/** A whole number within bounds, both included. */
export const WholeColumn = (name: string, min: number, max: number, options: Options = {}): PropertyDecorator =>
  all(Column({ name, type: 'integer', ...options }), Check(`"${name}" between ${min} and ${max}`));

/** Days, halves allowed, 0 to 31. */
export const HalfDaysColumn = (name: string, options: Options = {}): PropertyDecorator =>
  all(
    Column({ name, type: 'numeric', precision: 4, scale: 1, transformer: toNumber, ...options }),
    Check(`"${name}" between 0 and 31 and "${name}" * 2 = trunc("${name}" * 2)`),
  );

/** A claim that is true or false. */
export const FlagColumn = (name: string, options: Options = {}): PropertyDecorator =>
  Column({ name, type: 'boolean', ...options });

/** Structured data that is read and written as a whole. */
export const JsonColumn = (name: string, options: Options = {}): PropertyDecorator =>
  Column({ name, type: 'jsonb', ...options });

/** Bytes: an encrypted field (`*_enc`), a blind index (`*_bidx`) or a digest. */
export const BytesColumn = (name: string, options: Options = {}): PropertyDecorator =>
  Column({ name, type: 'bytea', ...options });
