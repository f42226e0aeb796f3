import { defineProblem } from '../../core/problems/problem.js';

export const InvalidCredentials = defineProblem({
  code: 'invalid_credentials',
  status: 401,
  title: 'E-mail or password is wrong',
  help: 'The e-mail and the password do not belong together, or the account cannot sign in. On purpose, the answer does not show which of these is true.',
});

export const InvalidCode = defineProblem({
  code: 'invalid_code',
  status: 401,
  title: 'The code is wrong',
  help: 'The code of the authenticator app or the recovery code is mistyped, expired or used, or the passkey was not accepted. Each code works once.',
});

export const CurrentPasswordWrong = defineProblem({
  code: 'current_password_wrong',
  status: 400,
  title: 'The current password is wrong',
  help: 'The current password that you sent is not the valid one. Nothing was changed.',
});

export const SessionNotFound = defineProblem({
  code: 'session_not_found',
  status: 404,
  title: 'No such login',
  help: 'There is no active login with that id.',
});

export const TrustedDeviceNotFound = defineProblem({
  code: 'trusted_device_not_found',
  status: 404,
  title: 'No such trusted device',
  help: 'You have no trusted device with that id.',
});

export const PasskeyNotFound = defineProblem({
  code: 'passkey_not_found',
  status: 404,
  title: 'No such passkey',
  help: 'You have no passkey with that id.',
});

export const PasskeyRegistered = defineProblem({
  code: 'passkey_registered',
  status: 409,
  title: 'The passkey is already registered',
  help: 'An authenticator can be registered once.',
  constraint: 'Passkey_credentialId_key',
});

export const InvalidPasskey = defineProblem({
  code: 'invalid_passkey',
  status: 400,
  title: 'The passkey could not be registered',
  help: 'The response of the authenticator does not match an open challenge, or was not made for this service. Request new options.',
});

export const TotpActive = defineProblem({
  code: 'totp_active',
  status: 409,
  title: 'An authenticator app is already set up',
  help: 'Remove it first (`DELETE /api/v1/auth/totp`), then set up another one.',
});

export const NoSecondFactor = defineProblem({
  code: 'no_second_factor',
  status: 409,
  title: 'You have no second factor',
  help: 'Recovery codes replace a lost second factor. Set up an authenticator app or a passkey first, then create recovery codes.',
});

export const TotpNotSetUp = defineProblem({
  code: 'totp_not_set_up',
  status: 409,
  title: 'No authenticator app is being set up',
  help: 'Call `POST /api/v1/auth/totp/setup` first.',
});

export const RegistrationClosed = defineProblem({
  code: 'registration_closed',
  status: 403,
  title: 'Registration is closed',
  help: 'This service does not accept registrations. An administrator of an organization can create an account for you.',
});
