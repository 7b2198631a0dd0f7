/** Why the server does not answer yet, and what a person can do about it: sign in again, or prove who she is. */
export type Interruption = 'signed-out' | 'proof';

const KIND_OF: Readonly<Record<string, Interruption>> = { NOT_AUTHENTICATED: 'signed-out', STEP_UP_REQUIRED: 'proof' };

interface Waiting {
  readonly kind: Interruption;
  readonly goOn: (isMended: boolean) => void;
}

/** Requests that wait for a person; the page shows what she has to do, and they go on as they were sent. */
export class Interruptions {
  private readonly waiting = new Set<Waiting>();
  private readonly listeners = new Set<() => void>();

  /** Calls back on each change; the result ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What is waited for now; being signed out comes first. */
  readonly current = (): Interruption | null => {
    const kinds = [...this.waiting].map(({ kind }) => kind);
    return kinds.includes('signed-out') ? 'signed-out' : (kinds[0] ?? null);
  };

  /** True once it is mended, false when she does not want to, or when nobody waits for the answer any more. */
  wait(kind: Interruption, signal: AbortSignal | null): Promise<boolean> {
    return new Promise((resolve) => {
      const one: Waiting = { kind, goOn: resolve };
      this.waiting.add(one);
      signal?.addEventListener('abort', () => this.release([one], false), { once: true });
      this.tell();
    });
  }

  /** Lets everything that waited for this go on, or fail as it was answered. */
  end(kind: Interruption, isMended: boolean): void {
    this.release(
      [...this.waiting].filter((one) => one.kind === kind),
      isMended,
    );
  }

  private release(ended: readonly Waiting[], isMended: boolean): void {
    for (const one of ended) {
      this.waiting.delete(one);
      one.goOn(isMended);
    }
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Those of this page. */
export const interruptions = new Interruptions();

/**
 * `fetch` for everything that may be interrupted: when the answer is that nobody is signed in or that a proof is needed,
 * it waits for the person and sends the very same request again, so that neither input nor idempotency key changes.
 */
export async function patientFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  for (;;) {
    const response = await fetch(input, init);
    const kind = await interruptionIn(response);
    if (kind === null || !(await interruptions.wait(kind, init?.signal ?? null))) return response;
  }
}

interface Answer {
  readonly code?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
}

async function interruptionIn(response: Response): Promise<Interruption | null> {
  const text = await response.clone().text();
  if (!Object.keys(KIND_OF).some((code) => text.includes(`"${code}"`))) return null; // the common case costs no parsing
  const { code, errors = [] } = JSON.parse(text) as Answer;
  for (const found of [code, ...errors.map(({ extensions }) => extensions?.code)]) {
    const kind = typeof found === 'string' ? KIND_OF[found] : undefined;
    if (kind !== undefined) return kind;
  }
  return null;
}
