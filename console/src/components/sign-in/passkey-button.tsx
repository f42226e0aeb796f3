import type { components } from '@atrium/client';
import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { authenticateWithPasskey, isDismissed } from '../../api/passkeys.ts';
import { FormProblem } from '../form-problem.tsx';

interface PasskeyButtonProps {
  readonly purpose: 'sign_in' | 'step_up';
  readonly label: string;
  readonly onDone: (result: components['schemas']['AuthResultDto']) => void | Promise<void>;
}

/** Opens the passkey dialog of the browser. */
export function PasskeyButton({ purpose, label, onDone }: PasskeyButtonProps) {
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => authenticateWithPasskey(purpose),
    onSuccess: onDone,
  });
  return (
    <Stack gap="sm">
      <Button
        variant="default"
        loading={isPending}
        onClick={() => {
          mutate();
        }}
      >
        {label}
      </Button>
      <FormProblem error={isDismissed(error) ? null : error} />
    </Stack>
  );
}
