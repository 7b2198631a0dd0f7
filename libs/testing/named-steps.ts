/** Ends before the 120 s of a hook, whose own error names no step. */
const WITHIN_MS = 110_000;

/** Sets a bench up step by step: where it takes too long, the error says in which step and how long each took before. */
export class NamedSteps {
  private readonly startedAt = performance.now();
  private readonly took: string[] = [];
  private readonly open = new Set<string>();

  constructor(
    private readonly what: string,
    private readonly withinMs: number = WITHIN_MS,
  ) {}

  /** Runs one step by its name; steps may run side by side. */
  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const from = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const left = Math.max(0, this.withinMs - (from - this.startedAt));
      timer = setTimeout(() => reject(this.fault(`not done in ${this.withinMs} ms`)), left);
    });
    this.open.add(name);
    try {
      return await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
      this.open.delete(name);
      this.took.push(`${name} ${Math.round(performance.now() - from)} ms`);
    }
  }

  private fault(why: string): Error {
    const before = this.took.length === 0 ? '' : ` after ${this.took.join(', ')}`;
    return new Error(`${this.what}: ${why}, at ${[...this.open].join(' and ')}${before}.`);
  }
}
