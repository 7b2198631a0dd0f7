// The worker as it is but for what the clock sets off when one starts; or, by the one flag of this bench, the naive
// control: the same code without what the outbox and the idempotency key are for. The product has no such flag.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const require = createRequire(path.join(root, 'package.json'));
const built = (file) => require(path.join(root, 'dist', file));

require('reflect-metadata');
const { WorkerHost } = built('libs/platform/jobs/worker-host.js');
// Sweeps at each start would be most of what a worker does that lives for a second, and they remind of other things at nine.
WorkerHost.prototype.registerSchedules = () => Promise.resolve();

if (process.env.FAULT_BENCH_NAIVE === '1') {
  const { SmtpMailer } = built('libs/platform/mail/smtp-mailer.js');
  const { RemindersRepository } = built('libs/features/notifications/reminders.repository.js');
  const { Relay } = built('libs/platform/outbox/relay.js');
  const { send } = SmtpMailer.prototype;
  // No idempotency: every try is a new mail, and what somebody else has in hand is taken all the same.
  SmtpMailer.prototype.send = function (mail) {
    return send.call(this, { ...mail, messageId: `${randomUUID()}@naive` });
  };
  const { claim } = RemindersRepository.prototype;
  RemindersRepository.prototype.claim = async function (tx, id) {
    await tx.query(`update reminder set state = 'PENDING' where id = $1 and state = 'CLAIMED'`, [id]);
    return claim.call(this, tx, id);
  };
  // No outbox: what was put on the queue once is never looked at again.
  const { claim: due } = Relay.prototype;
  Relay.prototype.claim = async function (client) {
    return (await due.call(this, client)).filter(({ generation }) => generation === 0);
  };
}
built('apps/worker/main.js');
