import { systemActor } from '#domain/common/actor';
import { Mailer, type Mail } from '#platform/mail/mailer';
import { openBench, type Bench } from '#testing/context';
import { doDueJobs } from '#testing/jobs';
import { AccountLinkProcessor, AccountNoticeProcessor } from './account-mail.processor';
import { PasswordLinks, PasswordLinkService } from './password-link.service';
import { UsersJobsModule } from './users-jobs.module';
import { UsersModule } from './users.module';

/** Mail that is kept instead of sent; the first tries may fail after the server took it. */
class KeptMail extends Mailer {
  readonly mails: Mail[] = [];
  lostAnswers = 0;

  override send(mail: Mail): Promise<'SENT'> {
    this.mails.push(mail);
    if (this.lostAnswers === 0) return Promise.resolve('SENT');
    this.lostAnswers -= 1;
    return Promise.reject(new Error('The connection broke before the answer.'));
  }
}

describe('mail about an account', () => {
  const mailer = new KeptMail();
  let bench: Bench;
  let accountId: string;

  beforeAll(async () => {
    const mail = {
      module: class TestMail {},
      global: true,
      providers: [{ provide: Mailer, useValue: mailer }],
      exports: [Mailer],
    };
    bench = await openBench({ modules: [mail, UsersModule, UsersJobsModule] });
    const [member] = await bench.rows<{ account_id: string }>(
      `update membership set work_email = 'somebody@office.example'
        where id = (select id from membership where role = 'SUPERVISOR' limit 1) returning account_id`,
    );
    accountId = member?.account_id ?? '';
  });

  afterAll(() => bench.close());

  beforeEach(() => mailer.mails.splice(0));

  const work = (): Promise<string[]> =>
    doDueJobs(bench.app, bench.countyId, {
      'account-link.deliver': AccountLinkProcessor,
      'account.notice': AccountNoticeProcessor,
    });
  const sendLink = (): Promise<void> =>
    bench.transactions.run(systemActor(bench.countyId, 'test'), (tx) =>
      bench.app.get(PasswordLinks).send(tx, accountId, 'RESET'),
    );

  it('carries a link that opens, and the notice follows when it was used', async () => {
    await sendLink();
    await work();
    const [mail] = mailer.mails;
    expect(mail?.to).toBe('somebody@office.example');
    const token = /choose-password#([\w-]{43})\n/.exec(mail?.text ?? '')?.[1] ?? '';
    const outcome = await bench.app.get(PasswordLinkService).choose(token, 'three-green-bowls');
    expect(outcome).toEqual({ ok: true, value: null });
    expect(await work()).toEqual(['account.notice']);
    expect(mailer.mails.map(({ subject }) => subject)).toEqual(['设置新密码', '密码已改']);
    const delivered = await bench.rows<{ n: number }>(`select count(*)::int as n from delivery where channel = 'MAIL'`);
    expect(delivered[0]?.n).toBe(2);
  });

  it('is the same mail again, by its id, when the answer of the server was lost', async () => {
    await sendLink();
    mailer.lostAnswers = 1;
    await expect(work()).rejects.toThrow(/before the answer/);
    await work();
    expect(mailer.mails).toHaveLength(2);
    expect(new Set(mailer.mails.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it.each([
    ['was replaced by a newer one', async () => sendLink(), 1],
    ['ran out before it was sent', async () => bench.rows(`update account_link set expires_at = now()`), 0],
    [
      'belongs to a disabled account',
      async () => bench.rows(`update user_account set status = 'DISABLED' where id = '${accountId}'`),
      0,
    ],
  ])('is not sent for a link that %s', async (_, meanwhile, sent) => {
    await sendLink();
    await meanwhile();
    await work();
    expect(mailer.mails).toHaveLength(sent);
  });
});
