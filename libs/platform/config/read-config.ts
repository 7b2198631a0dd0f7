import type { ConfigGroup, ConfigOf } from './config-key';

/** A setting that is missing or malformed: the process must not start. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads and checks one group from the environment: the only place where process.env is touched.
 * Throws {@link ConfigError} naming every bad setting, never its value.
 */
export function readConfig<G extends ConfigGroup>(group: G): ConfigOf<G> {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, key] of Object.entries(group)) {
    const raw = process.env[key.variable];
    const parsed = key.schema.safeParse(raw === '' ? undefined : raw);
    if (parsed.success) values[name] = parsed.data;
    else
      problems.push(
        `${key.variable} (${key.description}): ${parsed.error.issues.map((issue) => issue.message).join('; ')}`,
      );
  }
  if (problems.length > 0) throw new ConfigError(`Settings need attention:\n  ${problems.join('\n  ')}`);
  return values as ConfigOf<G>;
}
