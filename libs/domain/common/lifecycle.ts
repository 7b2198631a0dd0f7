/** A lifecycle as data: for each state, the states that may follow it. */
export type Lifecycle<S extends string> = Readonly<Record<S, readonly S[]>>;

/** Says whether the table allows the step from one state to the other. */
export const mayBecome = <S extends string>(table: Lifecycle<S>, from: S, to: S): boolean => table[from].includes(to);

/** Every state of a lifecycle, in the order of its table. */
export const statesOf = <S extends string>(table: Lifecycle<S>): readonly S[] => Object.keys(table) as S[];

/** Every ordered pair of states, a state with itself included: what a test of a lifecycle walks. */
export const pairsOf = <S extends string>(table: Lifecycle<S>): readonly (readonly [S, S])[] =>
  statesOf(table).flatMap((from) => statesOf(table).map((to) => [from, to] as const));
