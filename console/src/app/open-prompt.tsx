import { lazy, Suspense, useSyncExternalStore } from 'react';
import { prompts } from '../api/prompts.ts';

const StepUpDialog = lazy(async () => ({ default: (await import('../dialogs/step-up-dialog.tsx')).StepUpDialog }));
const SignInDialog = lazy(async () => ({ default: (await import('../dialogs/sign-in-dialog.tsx')).SignInDialog }));

/** The dialog that refused requests wait for. */
export function OpenPrompt() {
  const prompt = useSyncExternalStore(prompts.subscribe, prompts.current);
  return (
    <Suspense fallback={null}>
      {prompt?.kind === 'stepUp' && <StepUpDialog methods={prompt.methods} onSettled={prompts.settle} />}
      {prompt?.kind === 'signIn' && <SignInDialog onSettled={prompts.settle} />}
    </Suspense>
  );
}
