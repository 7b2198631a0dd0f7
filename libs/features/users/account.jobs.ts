import { defineJob } from '#platform/jobs/job-definition';
import type { AccountNoticeKind } from './account-mail';

/** Mails a link by which a password is chosen; the subject is the link. */
export const AccountLinkDeliver = defineJob('account-link.deliver', { queue: 'mail' });

/** Tells an owner what was done with her account; the subject is the account. */
export const AccountNotice = defineJob<{ readonly kind: AccountNoticeKind }>('account.notice', { queue: 'mail' });
