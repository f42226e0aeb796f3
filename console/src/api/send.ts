import { connection } from './connection.ts';
import { CONSOLE_PATH } from './place.ts';
import { prompts } from './prompts.ts';

/** The parts of a problem document that decide how a request goes on. */
interface Refusal {
  readonly code?: string;
  readonly methods?: readonly string[];
}

/**
 * Sends a request, and reports whether Atrium can be reached.
 *
 * @throws TypeError when there is no answer
 */
export async function send(request: Request): Promise<Response> {
  try {
    // eslint-disable-next-line no-restricted-globals -- the client calls it for all requests of the console
    const response = await fetch(request);
    connection.report(response.status === 503 || response.status === 502 || response.status === 504);
    return response;
  } catch (error) {
    if (!request.signal.aborted) {
      connection.report(true);
    }
    throw error;
  }
}

/**
 * Sends a request. When the session has ended, or the action needs a step-up, a dialog asks the user, and the request is sent
 * again. The page behind the dialog stays as it is, with all that was typed.
 */
export async function sendWithPrompts(request: Request): Promise<Response> {
  for (;;) {
    const response = await send(request.clone());
    if (![401, 403].includes(response.status) || !(await isResolved(response))) {
      return response;
    }
  }
}

async function isResolved(response: Response): Promise<boolean> {
  const { code, methods = [] } = await refusalOf(response);
  switch (code) {
    case 'step_up_required':
      return prompts.ask({ kind: 'stepUp', methods });
    case 'unauthenticated':
      return prompts.ask({ kind: 'signIn' });
    case 'password_change_required':
      // Nothing else is possible before.
      location.replace(`${CONSOLE_PATH}choose-password`);
      return false;
    default:
      return false;
  }
}

async function refusalOf(response: Response): Promise<Refusal> {
  try {
    return (await response.clone().json()) as Refusal;
  } catch {
    return {};
  }
}
