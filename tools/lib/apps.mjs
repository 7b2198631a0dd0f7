import path from 'node:path';
import { keepLog } from './child-log.mjs';
import { Fault } from './fault.mjs';
import { distDirectory, root } from './paths.mjs';
import { whenReady } from './process-group.mjs';

const GRACE_MS = 4000;

function startApp(group, name, { env, home, isShown, isVital }) {
  const file = path.join(distDirectory, `apps/${name}/main.js`);
  const member = group.start(name, process.execPath, ['--enable-source-maps', file], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    stage: 0,
    graceMs: GRACE_MS,
    isVital,
  });
  keepLog(member, path.join(home, 'log'), { isShown });
  return member;
}

function ready(member) {
  const details = `Its messages are in log/${member.name}.log below TONGGONG_HOME.`;
  return whenReady(member, (how) => new Fault(`The ${member.name} ended before it was ready (${how}).`, { details }));
}

/** Starts the API; gives the member and the port it listens on. */
export async function startApi(group, { env, port, ...options }) {
  const member = startApp(group, 'api', { ...options, env: { ...env, PORT: String(port) } });
  return { member, port: (await ready(member)).port };
}

/** Starts the worker; gives the member once it takes jobs. */
export async function startWorker(group, options) {
  const member = startApp(group, 'worker', options);
  await ready(member);
  return member;
}

/** Starts the API and the worker together; with any free port the worker waits for it, because its mails name the address. */
export async function startApps(group, { env, port, ...options }) {
  const originOf = (taken) => ({ SERVED_ORIGIN: env.SERVED_ORIGIN ?? `http://localhost:${taken}` });
  if (port === 0) {
    const api = await startApi(group, { env, port, ...options });
    const worker = await startWorker(group, { env: { ...env, ...originOf(api.port) }, ...options });
    return { api, worker };
  }
  const known = { ...env, ...originOf(port) };
  const [api, worker] = await Promise.all([
    startApi(group, { env: known, port, ...options }),
    startWorker(group, { env: known, ...options }),
  ]);
  return { api, worker };
}
