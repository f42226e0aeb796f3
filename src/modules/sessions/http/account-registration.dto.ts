import { ApiProperty } from '@nestjs/swagger';
import {
  EmailField,
  GivenPasswordField,
  LocaleField,
  NewPasswordField,
  TextField,
  TokenField,
} from '../../../core/validation/fields.js';

export class RegisterDto {
  @EmailField()
  email: string;

  @NewPasswordField({ example: 'correct horse battery staple' })
  password: string;

  @TextField({ max: 200, optional: true, example: 'Alice Example' })
  displayName?: string;

  @TextField({ max: 100, optional: true, example: 'Alice' })
  givenName?: string;

  @TextField({ max: 100, optional: true, example: 'Example' })
  familyName?: string;

  @LocaleField({ optional: true })
  locale?: string;

  @TextField({
    max: 200,
    optional: true,
    example: 'Example Inc.',
    description: 'Creates an organization, with the user as its administrator',
  })
  organizationName?: string;
}

export class VerificationSentDto {
  @ApiProperty({ enum: ['verification_sent'] })
  status: 'verification_sent';
}

export class VerifyEmailDto {
  @TokenField({ description: 'From the link in the mail' })
  token: string;

  @GivenPasswordField({
    optional: true,
    description:
      'The password of the registration. It becomes valid only if the request has it, or the device cookie of the browser that registered',
  })
  password?: string;
}
