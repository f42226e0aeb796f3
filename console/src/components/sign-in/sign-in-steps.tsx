import type { components } from '@atrium/client';
import { useState } from 'react';
import { FactorStep } from './factor-step.tsx';
import { type LoginResult, PasswordStep } from './password-step.tsx';

type Schemas = components['schemas'];

interface SignInStepsProps {
  readonly email?: string;
  readonly onSignedIn: (result: Schemas['AuthResultDto']) => void | Promise<void>;
}

/** Signs a user in, with a second step where the account has a second factor. */
export function SignInSteps({ email, onSignedIn }: SignInStepsProps) {
  const [required, setRequired] = useState<Schemas['MfaRequiredDto']>();
  if (required) {
    return (
      <FactorStep
        required={required}
        onSignedIn={onSignedIn}
        onBack={() => {
          setRequired(undefined);
        }}
      />
    );
  }
  const take = (result: LoginResult): void | Promise<void> => {
    if (result.status === 'authenticated') {
      return onSignedIn(result);
    }
    setRequired(result);
    return undefined;
  };
  return <PasswordStep email={email} onResult={take} />;
}
