import { Module } from '@nestjs/common';
import { SignInModule } from '#platform/auth/sign-in.module';
import { AccountLinkProcessor, AccountNoticeProcessor, AccountPost } from './account-mail.processor';

/** What the worker does for accounts: it writes to their owners. */
@Module({ imports: [SignInModule], providers: [AccountPost, AccountLinkProcessor, AccountNoticeProcessor] })
export class UsersJobsModule {}
