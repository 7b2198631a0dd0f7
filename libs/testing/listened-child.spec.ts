import { spawn } from 'node:child_process';
import { ListenedChild } from './listened-child';
import { NamedSteps } from './named-steps';

const child = (program: string): ListenedChild =>
  new ListenedChild('a child', spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }));

describe('waiting for a child process', () => {
  const started: ListenedChild[] = [];
  const start = (program: string): ListenedChild => {
    const one = child(program);
    started.push(one);
    return one;
  };

  afterEach(() => Promise.all(started.splice(0).map((one) => one.stop('SIGKILL'))));

  it('gives what it says in its order, also what it said before somebody asked', async () => {
    const one = start(
      `process.send(1); process.send(2); process.on('message', (m) => process.send({ heard: m.what }))`,
    );
    expect([await one.said('first'), await one.said('second')]).toEqual([1, 2]);
    expect(await one.tell('an answer', { what: 'hello' })).toEqual({ heard: 'hello' });
  });

  it('ends at once with its words where it ends before it says anything', async () => {
    const one = start(`console.error('the door was locked'); process.exit(3)`);
    await expect(one.said('opening')).rejects.toThrow(
      'a child, opening: it had ended with 3. It printed:\nthe door was locked',
    );
  });

  it('ends at once where it is dead already, for a question as for an answer', async () => {
    const one = start(`console.error('the roof fell in'); process.exitCode = 4; process.disconnect()`);
    await new Promise((resolve) => one.child.once('close', resolve));
    const wrong = /a child, a step: it had ended with 4\. It printed:\nthe roof fell in/;
    await expect(one.said('a step')).rejects.toThrow(wrong);
    await expect(one.tell('a step', { to: 'the dead' })).rejects.toThrow(wrong);
  });

  it('ends at once where the child hung up and lives on', async () => {
    const one = start(`process.disconnect(); setInterval(() => 0, 1000)`);
    await expect(one.said('a step')).rejects.toThrow('a child, a step: it had hung up');
    expect(one.hasEnded).toBe(false);
  });

  it('gives up on a child that says nothing, and names the step', async () => {
    const one = start(`process.on('message', () => console.error('I heard you'))`);
    await expect(one.tell('the answer', { to: 'the mute' }, 1_500)).rejects.toThrow(
      /a child, the answer: nothing came in 1500 ms\./,
    );
  });
});

describe('steps with names', () => {
  it('give what they give', async () => {
    expect(await new NamedSteps('a bench').run('two', async () => 2)).toBe(2);
    await expect(new NamedSteps('a bench').run('bad', () => Promise.reject(new Error('bad')))).rejects.toThrow('bad');
  });

  it('say in which one it hung, and how long those before took', async () => {
    const steps = new NamedSteps('a bench', 50);
    await steps.run('the floor', async () => undefined);
    const never = new Promise<never>(() => undefined);
    await expect(
      Promise.race([steps.run('the roof', () => never), steps.run('the walls', () => never)]),
    ).rejects.toThrow(/^a bench: not done in 50 ms, at the roof and the walls after the floor \d+ ms\.$/);
  });
});
