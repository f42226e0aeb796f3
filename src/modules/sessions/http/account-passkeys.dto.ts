import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, TextField } from '../../../core/validation/fields.js';
import { ForeignObjectField } from '../../../core/validation/object-field.js';

/** The most bytes of the response of an authenticator. Its certificates take 10 KiB at most. */
const LARGEST_RESPONSE = 64 * 1024;

export class RegisterPasskeyDto {
  @ForeignObjectField({
    mostBytes: LARGEST_RESPONSE,
    description: 'The result of `navigator.credentials.create()`, as RegistrationResponseJSON',
  })
  response: object;

  @TextField({ max: 100, optional: true, example: 'Laptop' })
  name = 'Passkey';
}

export class PasskeyDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Laptop' })
  name: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastUsedAt: string | null;
}

export class PasskeyListDto {
  @ApiProperty({ type: [PasskeyDto] })
  items: PasskeyDto[];
}

export const PASSKEY_PURPOSES = ['sign_in', 'step_up'] as const;

export class PasskeyPurposeDto {
  @ChoiceField({
    values: PASSKEY_PURPOSES,
    optional: true,
    default: 'sign_in',
    description: '`step_up` needs a session',
  })
  purpose: (typeof PASSKEY_PURPOSES)[number] = 'sign_in';
}

export class AuthenticateWithPasskeyDto extends PasskeyPurposeDto {
  @ForeignObjectField({
    mostBytes: LARGEST_RESPONSE,
    description: 'The result of `navigator.credentials.get()`, as AuthenticationResponseJSON',
  })
  response: object;
}
