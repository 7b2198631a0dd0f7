import type { Role } from '../role';
import type { Scope } from './scope';

/** What a granted cell rests on: the group of fields that a live consent must name, and the purpose that it must serve. */
export interface Grant {
  readonly fieldGroup: 'IDENTITY' | 'PROFILE' | 'WORK_NEEDS' | 'CONTACT';
  readonly purpose: 'SHARE_IDENTITY' | 'SHARE_PROFILE' | 'MENTOR_SHARE' | 'TRAINER_SHARE';
}

/** One cell of the matrix: a scope, or one that rests on a consent. */
export type Cell = Scope | { readonly scope: typeof Scope.GRANTED; readonly grant: Grant };

/** The cells of one act; a role that is not named is denied, one with several cells has what any of them gives. */
export type Cells = Readonly<Partial<Record<Role, Cell | readonly Cell[]>>>;

/** The columns by which a row is tied to people: whose rows they are is asked of these. */
export interface Anchors {
  /** The column of the client whom a row is about. */
  readonly client?: string;
  /** The column of the organisation that a row belongs to. */
  readonly organisation?: string;
  /** The column of the membership whose row it is. */
  readonly member?: string;
  /** The column of a second membership that the row concerns as much. */
  readonly otherMember?: string;
  /** The column of the membership in whose name the row is written. */
  readonly author?: string;
  /** The column of the account whose row it is. */
  readonly account?: string;
  /** The column of the session of a course. */
  readonly session?: string;
  /** The column that is empty until an enterprise was told. */
  readonly sentAt?: string;
  /** The row of another type that decides about this one: its type, and the column that names it. */
  readonly through?: readonly [type: string, column: string];
}

/** A group of columns that fewer people see than the row. */
export interface FieldGroupPolicy {
  readonly columns: readonly string[];
  readonly read: Cells;
}

/** Columns by the role that is kept from changing them; a role that is not named changes whatever the row lets her. */
export type KeptColumns = Readonly<Partial<Record<Role, readonly string[]>>>;

/** All that is said about one type (one table): whose rows they are, who reads and who writes them. */
export interface TypePolicy {
  readonly about: Anchors;
  readonly read: Cells;
  /** What may be read beyond `read` where a single row is asked for, never in a list. */
  readonly single?: Cells;
  readonly write: Cells;
  /** Who may add rows, where those are not the same who may change them. */
  readonly create?: Cells;
  readonly fields?: Readonly<Record<string, FieldGroupPolicy>>;
  /** Columns that a role does not change in the rows that are hers to change. */
  readonly keptFrom?: KeptColumns;
}
