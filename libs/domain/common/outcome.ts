/** One reason why something was not done: a closed code, the path of the field it concerns and the figures behind it. */
export interface Refusal<C extends string = string> {
  readonly code: C;
  readonly field: readonly string[];
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** The answer of a rule: a value, or every reason why there is none. */
export type Outcome<T, C extends string = string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: readonly Refusal<C>[] };

/** Wraps the value of a rule that said yes. */
export const done = <T>(value: T): Outcome<T, never> => ({ ok: true, value });

/** Wraps the reasons of a rule that said no; at least one is expected. */
export const refused = <C extends string>(...refusals: Refusal<C>[]): Outcome<never, C> => ({
  ok: false,
  refusals,
});

/** Builds one reason; an empty field path means that it concerns the request as a whole. */
export const refusal = <C extends string>(
  code: C,
  field: readonly string[] = [],
  detail?: Readonly<Record<string, string | number>>,
): Refusal<C> => (detail === undefined ? { code, field } : { code, field, detail });

/** Gives the value when no reason was collected, else all the reasons. */
export const settled = <T, C extends string>(refusals: readonly Refusal<C>[], value: T): Outcome<T, C> =>
  refusals.length === 0 ? done(value) : refused(...refusals);
