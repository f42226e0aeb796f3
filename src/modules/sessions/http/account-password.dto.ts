import {
  BooleanField,
  EmailField,
  GivenPasswordField,
  NewPasswordField,
  TokenField,
} from '../../../core/validation/fields.js';

export class ForgotPasswordDto {
  @EmailField()
  email: string;
}

export class ResetPasswordDto {
  @TokenField({ description: 'From the link in the mail' })
  token: string;

  @NewPasswordField()
  newPassword: string;
}

/** Also the body of the directory contract’s ChangePassword. */
export class ChangePasswordDto {
  @GivenPasswordField({ optional: true, description: 'Required unless the account has no password' })
  currentPassword?: string;

  @NewPasswordField()
  newPassword: string;

  @BooleanField({ optional: true, default: false, description: 'Revoke all my API keys as well' })
  revokeApiKeys = false;
}
