import type { z } from 'zod';

/** One setting: where it is read, what it means, and how careful to be with its value. */
export interface ConfigKey<T> {
  readonly variable: string;
  readonly schema: z.ZodType<T>;
  readonly description: string;
  readonly unit?: string;
  readonly sensitivity: 'public' | 'secret';
}

/** A group of settings that belong together, by the name used in code. */
export type ConfigGroup = Readonly<Record<string, ConfigKey<unknown>>>;

/** The values of a group, typed by its keys. */
export type ConfigOf<G extends ConfigGroup> = {
  readonly [K in keyof G]: G[K] extends ConfigKey<infer T> ? T : never;
};

/** Declares one setting with its type inferred from the schema. */
export function configKey<T>(
  variable: string,
  schema: z.ZodType<T>,
  about: Omit<ConfigKey<T>, 'variable' | 'schema'>,
): ConfigKey<T> {
  return { variable, schema, ...about };
}
