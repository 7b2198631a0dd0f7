import { Client } from 'pg';
import type { Actor } from '#domain/common/actor';
import type { Logger } from '../logging/logger';
import type { CountyLiveEvent } from './live';

/** Somebody who listens. */
export interface LiveListener {
  readonly actor: Actor;
  send(event: { readonly type: string; readonly id: string }): void;
  close(): void;
}

const RECONNECT_MS = 1_000;
/** A browser holds six connections to one address at most. */
const WINDOWS_EACH = 6;
const WINDOWS = 1_000;

/** Hears what committed in any process and passes it to the listeners who may know. */
export class LiveHub {
  private readonly listeners = new Set<LiveListener>();
  private client: Client | null = null;
  private isStopped = false;

  constructor(
    private readonly url: string,
    private readonly log: Logger,
  ) {}

  /** Connects, and connects again after a fault. */
  async start(): Promise<void> {
    if (this.isStopped) return;
    const client = new Client({ connectionString: this.url, application_name: 'tonggong-live' });
    client.on('notification', ({ payload }) => this.pass(JSON.parse(payload ?? '{}') as CountyLiveEvent));
    client.on('error', (error) => this.again(error));
    try {
      await client.connect();
      await client.query('listen live');
      this.client = client;
    } catch (error) {
      this.again(error);
    }
  }

  /** True while this member may open one more window, and the process has room. */
  hasRoomFor(actor: Actor): boolean {
    const own = [...this.listeners].filter((one) => one.actor.membershipId === actor.membershipId);
    return own.length < WINDOWS_EACH && this.listeners.size < WINDOWS;
  }

  /** Adds a listener; the result takes it away again. */
  add(listener: LiveListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Closes all listeners first, then the connection. */
  async stop(): Promise<void> {
    this.isStopped = true;
    for (const listener of this.listeners) listener.close();
    this.listeners.clear();
    await this.client?.end();
  }

  private again(error: unknown): void {
    if (this.isStopped) return;
    this.client = null;
    this.log.warn('live connection fault, trying again', {}, error);
    setTimeout(() => void this.start(), RECONNECT_MS).unref();
  }

  private pass(event: CountyLiveEvent): void {
    for (const listener of this.listeners) {
      if (mayHear(listener.actor, event)) listener.send({ type: event.type, id: event.id });
    }
  }
}

/** Roles outside the office that hear only what names their own organisation. */
const OUTSIDE: readonly Actor['role'][] = ['MENTOR', 'TRAINER', 'BASE_MANAGER'];

/** Default deny: same county, a named role, and the named organisation or client where the role is one of theirs. */
export function mayHear(actor: Actor, event: CountyLiveEvent): boolean {
  if (actor.countyId !== event.countyId || !event.roles.some((role) => role === actor.role)) return false;
  if (actor.role === 'ENTERPRISE_HR')
    return event.organisationId !== undefined && actor.organisationId === event.organisationId;
  if (actor.role === 'CLIENT') return event.clientId !== undefined && actor.clientId === event.clientId;
  if (OUTSIDE.includes(actor.role))
    return event.organisationId !== undefined && actor.organisationId === event.organisationId;
  return true;
}
