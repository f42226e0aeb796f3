import { atriumOver } from '../../api/atrium.ts';
import { sendWithPrompts } from '../../api/send.ts';

/** The result of a row, as the server reports it once it is committed. */
export interface ImportedRow {
  readonly line: number;
  readonly status: 'created' | 'exists' | 'email_taken' | 'invalid' | 'failed';
  readonly email?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

interface ImportOptions {
  /** Whether new members get a mail with a link to choose a password. */
  readonly sendMail: boolean;
  readonly signal: AbortSignal;
  /** Gets the results while the import runs. */
  readonly onRows: (rows: readonly ImportedRow[]) => void;
}

/**
 * Imports the rows of CSV.
 *
 * @throws AtriumProblem when the file is refused; TypeError when the answer ends early. Rows that were reported remain imported
 */
export async function sendImport(csv: string, { sendMail, signal, onRows }: ImportOptions): Promise<void> {
  const atrium = atriumOver(async (request) => {
    const response = await sendWithPrompts(request);
    return response.ok ? observed(response, onRows) : response;
  });
  await atrium.post('/api/v1/org/users/import', {
    params: { query: { sendMail: sendMail ? 'true' : 'false' } },
    body: csv,
    headers: { 'content-type': 'text/csv; charset=utf-8' },
    signal,
  });
}

/** The same answer. The lines of its body are reported as they pass. */
function observed(response: Response, onRows: ImportOptions['onRows']): Response {
  const decoder = new TextDecoder();
  let rest = '';
  const observer = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      onRows(lines.map((line) => JSON.parse(line) as ImportedRow));
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body?.pipeThrough(observer), response);
}
