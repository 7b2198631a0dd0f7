import { JsonReader, type JsonRefusalCode } from '../../common/json-reader';
import { refusal, refused, settled, type Outcome } from '../../common/outcome';
import type { CohortStratum } from '../statistics/cohort-permutation';
import { isSeed } from '../statistics/seeded-draws';

type Path = readonly string[];

/** A cohort file, read. */
export interface CohortFile {
  readonly strata: readonly CohortStratum[];
  /** The keys of strata in which clients or colleagues are missing: they say nothing and are left out. */
  readonly leftOut: readonly string[];
  readonly seed: number;
}

/** Why a cohort file was refused. */
export type CohortFileCode = JsonRefusalCode | 'NOT_ABOVE_ZERO' | 'DUPLICATE_KEY' | 'NOT_A_SEED' | 'NOTHING_TO_COMPARE';

/** The seed where the file names none. */
export const DEFAULT_SEED = 1;

const ANY_NUMBER = { min: -Number.MAX_VALUE, max: Number.MAX_VALUE, decimals: 100 } as const;

interface Read extends CohortStratum {
  readonly path: Path;
}

function readStratum(reader: JsonReader, value: unknown, path: Path): Read | null {
  const fields = reader.required(reader.object(value, path), value, path);
  if (fields === null) return null;
  const key = reader.required(reader.text(fields['key'], [...path, 'key']), fields['key'], [...path, 'key']);
  const pays = (name: string) => {
    const at = [...path, name];
    const read = reader.list(fields[name], at, (one, where) =>
      reader.required(reader.number(one, where, ANY_NUMBER), one, where),
    );
    return reader.required(read, fields[name], at) ?? [];
  };
  const [clients, comparators] = [pays('clients'), pays('comparators')];
  return key === null ? null : { key, clients, comparators, path };
}

function wrongPays({ clients, comparators, path }: Read) {
  const wrong = (name: string, pays: readonly number[]) =>
    pays.flatMap((pay, index) => (pay > 0 ? [] : [refusal('NOT_ABOVE_ZERO', [...path, name, String(index)])]));
  return [...wrong('clients', clients), ...wrong('comparators', comparators)];
}

const isComparable = ({ clients, comparators }: CohortStratum): boolean => clients.length > 0 && comparators.length > 0;

/** Reads {strata: [{key, clients, comparators}], seed?}: hourly pay above zero, keys different. */
export function readCohortFile(file: unknown): Outcome<CohortFile, CohortFileCode> {
  const reader = new JsonReader();
  const fields = reader.required(reader.object(file, []), file, []) ?? {};
  if (reader.refusals.length > 0) return refused(...reader.refusals);
  const listed = reader.list(fields['strata'], ['strata'], (one, path) => readStratum(reader, one, path));
  const strata = reader.required(listed, fields['strata'], ['strata']) ?? [];
  if (reader.refusals.length > 0) return refused(...reader.refusals);
  const keys = strata.map(({ key }) => key);
  const twice = strata.filter(({ key }, index) => keys.indexOf(key) < index);
  const seed = fields['seed'] ?? DEFAULT_SEED;
  const used = strata.filter(isComparable);
  const refusals = [
    ...strata.flatMap(wrongPays),
    ...twice.map(({ path }) => refusal('DUPLICATE_KEY', [...path, 'key'])),
    ...(isSeed(seed) ? [] : [refusal('NOT_A_SEED', ['seed'])]),
    ...(used.length === 0 ? [refusal('NOTHING_TO_COMPARE', ['strata'])] : []),
  ];
  return settled<CohortFile, CohortFileCode>(refusals, {
    strata: used.map(({ key, clients, comparators }) => ({ key, clients, comparators })),
    leftOut: strata.filter((stratum) => !isComparable(stratum)).map(({ key }) => key),
    seed: Number(seed),
  });
}

/** Reads a list of p-values, each from 0 to 1. */
export function readPValues(file: unknown): Outcome<readonly number[], JsonRefusalCode> {
  const reader = new JsonReader();
  const list = reader.list(file, [], (one, path) =>
    reader.required(reader.number(one, path, { min: 0, max: 1, decimals: 100 }), one, path),
  );
  const values = reader.required(list, file, []) ?? [];
  return settled<readonly number[], JsonRefusalCode>(reader.refusals, values);
}
