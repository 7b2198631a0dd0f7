import type { Logger } from '../logging/logger';
import { LATE_AFTER_SECONDS, OutboxWatch } from './outbox-watch';

describe('OutboxWatch', () => {
  it('says that the outbox is late past its limit, and once when it is in time again', async () => {
    const said: string[] = [];
    const log = { warn: (text: string) => said.push(text), info: (text: string) => said.push(text) };
    let oldestSeconds = LATE_AFTER_SECONDS;
    const backlog = () => Promise.resolve({ oldestSeconds, unpublishedSeconds: 0, due: 3 });
    const watch = new OutboxWatch(backlog, log as unknown as Logger);
    watch.stop();
    await watch.look();
    expect(said).toEqual([]);
    oldestSeconds = LATE_AFTER_SECONDS + 0.1;
    await watch.look();
    oldestSeconds = 0;
    await watch.look();
    await watch.look();
    expect(said).toEqual(['outbox is late', 'outbox is in time again']);
  });

  it('goes on where the database does not answer', async () => {
    const said: string[] = [];
    const log = { warn: (text: string) => said.push(text) };
    const watch = new OutboxWatch(() => Promise.reject(new Error('away')), log as unknown as Logger);
    watch.stop();
    await watch.look();
    expect(said).toEqual(['outbox could not be looked at']);
  });
});
