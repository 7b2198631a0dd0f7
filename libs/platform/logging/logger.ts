import pino, { type Logger as PinoLogger } from 'pino';

/** The fields a log line may carry: ids and measures, never names, notes or request bodies. */
export interface LogFields {
  readonly requestId?: string;
  readonly actorId?: string | null;
  readonly role?: string | null;
  readonly countyId?: string | null;
  readonly jobId?: string | undefined;
  readonly job?: string;
  readonly queue?: string;
  readonly outboxId?: string;
  readonly subjectId?: string;
  readonly generation?: number;
  readonly attempt?: number;
  readonly operation?: string | null | undefined;
  readonly code?: string;
  readonly count?: number;
  readonly port?: number;
  readonly status?: number;
  readonly method?: string;
  readonly route?: string;
  readonly durationMs?: number;
  readonly signal?: string;
  readonly backend?: string;
  readonly constraint?: string;
}

/** Logs a constant sentence with allowed fields; errors keep their stack and their SQL state, not their parameters. */
export class Logger {
  private constructor(private readonly pino: PinoLogger) {}

  /** A logger for one process, writing JSON lines to standard output. */
  static forProcess(name: string, level = 'info'): Logger {
    return new Logger(
      pino({
        name,
        level,
        base: null,
        timestamp: pino.stdTimeFunctions.isoTime,
        serializers: { err: serialiseError },
      }),
    );
  }

  info(sentence: string, fields: LogFields = {}): void {
    this.pino.info(fields, sentence);
  }

  warn(sentence: string, fields: LogFields = {}, error?: unknown): void {
    this.pino.warn({ ...fields, ...(error === undefined ? {} : { err: error }) }, sentence);
  }

  error(sentence: string, fields: LogFields, error: unknown): void {
    this.pino.error({ ...fields, err: error }, sentence);
  }
}

/** Messages of database errors quote row values: of those only type, SQL state, constraint and frames pass. */
function serialiseError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, query } = error as Error & { code?: unknown; constraint?: unknown; query?: unknown };
  const stack =
    query === undefined
      ? error.stack
      : error.stack
          ?.split('\n')
          .filter((line) => line.startsWith('    at '))
          .join('\n');
  return { type: error.name, code, constraint, stack };
}
