import { AtriumProblem } from '@atrium/client';
import { ProblemAlert } from './problem-alert.tsx';

/** Shows why a form was refused. Sentences about single values are at their fields. */
export function FormProblem({ error }: { readonly error: unknown }) {
  const isAtFields = error instanceof AtriumProblem && error.errors.length > 0;
  return error === null || isAtFields ? null : <ProblemAlert error={error} />;
}
