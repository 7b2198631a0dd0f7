import { Module } from '@nestjs/common';
import { SignInModule } from '#platform/auth/sign-in.module';
import { constraintMeans } from '#platform/database/constraint-refusals';
import { ClientSignInResolver } from './client-sign-in.resolver';
import { ClientSignInService } from './client-sign-in.service';
import { LastSecondStep } from './last-second-step';
import { FactorRecoveryResolver } from './factor-recovery.resolver';
import { FactorRecoveryService } from './factor-recovery.service';
import { MemberAccessResolver } from './member-access.resolver';
import { MemberAccessService } from './member-access.service';
import { MembersRepository } from './members.repository';
import { MembersResolver } from './members.resolver';
import { MembersService } from './members.service';
import { OwnAccountReader } from './own-account-reader';
import { OwnAccountRepository } from './own-account.repository';
import { OwnAccountResolver } from './own-account.resolver';
import { OwnAccountService } from './own-account.service';
import { PersonsResolver } from './persons.resolver';
import { PersonsService } from './persons.service';
import { OwnFactorRecoveryService } from './own-factor-recovery.service';
import { OwnPhoneRepository } from './own-phone.repository';
import { OwnPhoneResolver } from './own-phone.resolver';
import { OwnPhoneService } from './own-phone.service';
import { PasskeySignInResolver } from './passkey-sign-in.resolver';
import { PasskeysResolver } from './passkeys.resolver';
import { PasskeysService } from './passkeys.service';
import { PasswordLinkResolver } from './password-link.resolver';
import { AccountTrail, PasswordLinks, PasswordLinkService } from './password-link.service';
import { ProviderArrival } from './provider-arrival';
import { ProviderController } from './provider.controller';
import { ProviderLinkResolver } from './provider-link.resolver';
import { ProviderLinkService } from './provider-link.service';
import { ProviderSignInResolver } from './provider-sign-in.resolver';
import { SecondFactorResolver } from './second-factor.resolver';
import { SecondFactorService } from './second-factor.service';
import { SignInAnswers } from './sign-in-answers';
import { SignInResolver } from './sign-in.resolver';
import { SecondPersonRepository } from './second-person.repository';
import { SecondPersonResolver } from './second-person.resolver';
import { StepUpResolver } from './step-up.resolver';
import { StepUpService } from './step-up.service';
import { TraineeDoorResolver } from './trainee-door.resolver';
import { ViewerReader } from './viewer-reader';

constraintMeans('user_account_login_key', 'LOGIN_TAKEN', ['input', 'login']);
constraintMeans('passkey_credential_id_key', 'PASSKEY_TAKEN', ['answer']);
constraintMeans('membership_account_once_idx', 'ALREADY_MEMBER', ['input', 'role']);

/** Accounts, memberships, and the door. */
@Module({
  imports: [SignInModule],
  controllers: [ProviderController],
  providers: [
    SignInResolver,
    MembersResolver,
    MembersService,
    MembersRepository,
    OwnAccountResolver,
    OwnAccountService,
    OwnAccountRepository,
    OwnAccountReader,
    PersonsResolver,
    PersonsService,
    SecondFactorResolver,
    SecondFactorService,
    SecondPersonRepository,
    SecondPersonResolver,
    StepUpResolver,
    StepUpService,
    ViewerReader,
    TraineeDoorResolver,
    OwnPhoneResolver,
    OwnPhoneService,
    OwnPhoneRepository,
    ClientSignInResolver,
    ClientSignInService,
    SignInAnswers,
    PasskeysResolver,
    PasskeysService,
    LastSecondStep,
    PasskeySignInResolver,
    PasswordLinkResolver,
    PasswordLinkService,
    PasswordLinks,
    AccountTrail,
    FactorRecoveryResolver,
    FactorRecoveryService,
    OwnFactorRecoveryService,
    MemberAccessResolver,
    MemberAccessService,
    ProviderSignInResolver,
    ProviderLinkResolver,
    ProviderLinkService,
    ProviderArrival,
  ],
})
export class UsersModule {}
