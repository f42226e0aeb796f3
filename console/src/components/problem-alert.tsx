import { AtriumProblem } from '@atrium/client';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { isStale } from '../api/problems.ts';
import { useTexts } from '../i18n/locale-context.ts';

interface ProblemAlertProps {
  readonly error: unknown;
  /** Tries again what failed. */
  readonly onRetry?: () => void;
}

/** Shows why something failed: the sentence of the problem, what the user can do, and the id under which the log has the request. */
export function ProblemAlert({ error, onRetry }: ProblemAlertProps) {
  const t = useTexts();
  const problem = error instanceof AtriumProblem ? error : undefined;
  const unreachable = problem === undefined;
  return (
    <Alert color="red" role="alert" title={problem?.title ?? t('problem.title')}>
      <Stack gap="xs" align="start">
        <Text size="sm">{problem?.detail ?? t(unreachable ? 'problem.unreachable' : 'problem.unreadable')}</Text>
        {isStale(error) && <Text size="sm">{t('problem.stale')}</Text>}
        {problem?.retryAfterSeconds !== undefined && (
          <Text size="sm">{t('problem.retry_after', { seconds: Math.ceil(problem.retryAfterSeconds) })}</Text>
        )}
        {problem?.requestId !== undefined && (
          <Text size="xs" className="atrium-value">
            {t('problem.request_id', { id: problem.requestId })}
          </Text>
        )}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
