import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../api-keys/api-keys.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { EmailsModule } from '../emails/emails.module.js';
import { PendingInvitationsModule } from '../invitations/pending-invitations.module.js';
import { MailboxProofsModule } from '../mailbox-proofs/mailbox-proofs.module.js';
import { MailsModule } from '../mails/mails.module.js';
import { MembershipRulesModule } from '../memberships/membership-rules.module.js';
import { OneTimeTokensModule } from '../one-time-tokens/one-time-tokens.module.js';
import { OrganizationCreationModule } from '../organizations/organization-creation.module.js';
import { FactorsService } from './factors.service.js';
import { AccountFactorsController } from './http/account-factors.controller.js';
import { AccountPasskeysController } from './http/account-passkeys.controller.js';
import { AccountPasswordController } from './http/account-password.controller.js';
import { AccountRegistrationController } from './http/account-registration.controller.js';
import { AccountSignInController } from './http/account-sign-in.controller.js';
import { BrowserCookies } from './http/browser.cookies.js';
import { DirectoryLoginsController } from './http/directory-logins.controller.js';
import { DirectoryTrustedDevicesController } from './http/directory-trusted-devices.controller.js';
import { IdentityService } from './sign-in/identity.service.js';
import { KnownDevices } from './devices/known-devices.js';
import { LoginsService } from './devices/logins.service.js';
import { MailboxAccounts } from './registration/mailbox-accounts.js';
import { PasskeysService } from './passkeys/passkeys.service.js';
import { PasswordPolicy } from './protection/password-policy.js';
import { PasswordService } from './password.service.js';
import { RecoveryCodesService } from './second-factor/recovery-codes.service.js';
import { RegistrationPolicy } from './registration/registration-policy.js';
import { RegistrationService } from './registration.service.js';
import { SecondFactor } from './second-factor/second-factor.js';
import { SessionListService } from './session-list.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInAttempts } from './protection/sign-in-attempts.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { StepUpService } from './second-factor/step-up.service.js';
import { TotpService } from './second-factor/totp.service.js';
import { TrustedDevicesService } from './devices/trusted-devices.service.js';
import { WebAuthn } from './passkeys/webauthn.js';

/** Sign-in, registration, passwords, second factors and step-up, and the resulting logins. */
@Module({
  imports: [
    ApiKeysModule,
    AuditModule,
    EmailsModule,
    OrganizationCreationModule,
    MailboxProofsModule,
    MailsModule,
    OneTimeTokensModule,
    MembershipRulesModule,
    PendingInvitationsModule,
  ],
  controllers: [
    AccountSignInController,
    AccountRegistrationController,
    AccountPasswordController,
    AccountFactorsController,
    AccountPasskeysController,
    DirectoryLoginsController,
    DirectoryTrustedDevicesController,
  ],
  providers: [
    BrowserCookies,
    FactorsService,
    IdentityService,
    KnownDevices,
    LoginsService,
    MailboxAccounts,
    PasskeysService,
    PasswordPolicy,
    PasswordService,
    RecoveryCodesService,
    RegistrationPolicy,
    RegistrationService,
    SecondFactor,
    SessionListService,
    SessionsService,
    SignInAttempts,
    SignInService,
    StepUpService,
    TotpService,
    TrustedDevicesService,
    WebAuthn,
  ],
  exports: [BrowserCookies, FactorsService, PasswordService, RegistrationService, SessionListService, SessionsService],
})
export class SessionsModule {}
