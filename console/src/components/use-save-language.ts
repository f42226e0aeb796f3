import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { atrium } from '../api/atrium.ts';

/** Saves the language of the signed-in user. */
export function useSaveLanguage(): UseMutationResult<unknown, Error, string> {
  return useMutation({
    mutationFn: (locale: string) => atrium.patch('/api/v1/settings/language', { body: { locale } }),
  });
}
