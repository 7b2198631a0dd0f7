import { Module } from '@nestjs/common';
import { SessionCookie } from '#platform/auth/session-cookie';
import { readConfig } from '#platform/config/read-config';
import { httpSettings } from '#platform/config/settings';
import { constraintMeans } from '#platform/database/constraint-refusals';
import { MembersRepository } from './members.repository';
import { MembersResolver } from './members.resolver';
import { MembersService } from './members.service';
import { SignInResolver } from './sign-in.resolver';

constraintMeans('user_account_login_key', 'LOGIN_TAKEN', ['input', 'login']);

/** Accounts, memberships, and the door. */
@Module({
  providers: [
    SignInResolver,
    MembersResolver,
    MembersService,
    MembersRepository,
    { provide: SessionCookie, useFactory: () => new SessionCookie(readConfig(httpSettings).servedOrigin) },
  ],
})
export class UsersModule {}
