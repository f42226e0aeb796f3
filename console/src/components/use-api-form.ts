import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { fieldErrors } from '../api/problems.ts';

interface ApiFormOptions<Values, Result> {
  readonly initialValues: Values;
  /** Sends the values. */
  readonly send: (values: Values) => Promise<Result>;
  readonly onSent?: (result: Result, values: Values) => void | Promise<void>;
}

export interface ApiForm<Values, Result> {
  readonly form: UseFormReturnType<Values>;
  readonly mutation: UseMutationResult<Result, Error, Values>;
  readonly onSubmit: (event?: React.SubmitEvent<HTMLFormElement>) => void;
}

/** A form whose values the API checks: its sentences are shown at the fields that they are about. The first of these gets the focus. */
export function useApiForm<Values extends Record<string, unknown>, Result>({
  initialValues,
  send,
  onSent,
}: ApiFormOptions<Values, Result>): ApiForm<Values, Result> {
  const form = useForm<Values>({ mode: 'controlled', initialValues });
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: (result, values) => onSent?.(result, values),
    onError: (error) => {
      const errors = fieldErrors(error);
      form.setErrors(errors);
      const [first] = Object.keys(errors);
      if (first !== undefined) {
        form.getInputNode(first)?.focus();
      }
    },
  });
  const onSubmit = form.onSubmit((values) => {
    // A second press of the button must not send the form twice.
    if (!mutation.isPending) {
      mutation.mutate(values);
    }
  });
  return { form, mutation, onSubmit };
}
