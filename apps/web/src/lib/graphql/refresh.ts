import { makeOperation, mapExchange, type Client, type Exchange, type Operation } from 'urql';
import { IN_BACKGROUND } from './background';

const SETTLE_MS = 120;

/** Reads everything on screen anew: after each mutation that was answered, and when the server says that something changed. */
export class Refresh {
  private readonly onScreen = new Map<number, Operation>();
  private client: Client | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly exchange: Exchange = mapExchange({
    onOperation: (operation) => this.note(operation),
    onResult: ({ operation, error }) => {
      if (operation.kind === 'mutation' && error === undefined) this.soon();
    },
  });

  attach(client: Client): void {
    this.client = client;
  }

  /** Several changes in a row lead to one reading. */
  soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), SETTLE_MS);
  }

  private now(): void {
    for (const operation of this.onScreen.values()) {
      const context = { ...operation.context, requestPolicy: 'network-only' as const, fetchOptions: IN_BACKGROUND };
      this.client?.reexecuteOperation(makeOperation('query', operation, context));
    }
  }

  private note(operation: Operation): void {
    if (operation.kind === 'query') this.onScreen.set(operation.key, operation);
    if (operation.kind === 'teardown') this.onScreen.delete(operation.key);
  }
}
