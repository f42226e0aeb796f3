import type { Client, ClientPathsWithMethod, ParamsOption } from 'openapi-fetch';
import type { Attempts } from './attempts.js';
import { AtriumProblem } from './problem.js';
import { type Progress, sendWithProgress } from './progress.js';
import type { paths } from './schema.js';

export type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

type Api = Client<paths>;

/** The paths that have the method. */
export type PathOf<M extends Method> = ClientPathsWithMethod<Api, M>;

/** The types of an operation. */
export type OperationOf<P extends keyof paths, M extends Method> = Extract<paths[P][M], object>;

/** The content of an answer or a body, of any type. The types of openapi-fetch for it would take a Blob apart. */
type ContentOf<Described> = Described extends { readonly content: infer Contents }
  ? Contents[keyof Contents]
  : undefined;

type BodyOf<Operation> = Operation extends { readonly requestBody: infer Body }
  ? { readonly body: ContentOf<Body> }
  : Operation extends { readonly requestBody?: infer Body }
    ? { readonly body?: ContentOf<Body> }
    : object;

/** The parameters and the body of a call. */
export type Input<P extends keyof paths, M extends Method> = ParamsOption<OperationOf<P, M>> &
  BodyOf<OperationOf<P, M>> &
  CallOptions;

export interface CallOptions {
  /** Ends the call. It then throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Further headers, for example the `Content-Type` of a body that is text. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Is called as the body is sent. */
  readonly onProgress?: (progress: Progress) => void;
}

/** What a call resolves with: the JSON of the answer, text, a Blob, or undefined when the answer has no content. */
export type Output<P extends keyof paths, M extends Method> =
  OperationOf<P, M> extends { readonly responses: infer Responses }
    ? ContentOf<Responses[Extract<keyof Responses, 200 | 201 | 202 | 204>]>
    : never;

/** The argument can be omitted when nothing in it is required. */
type Arguments<Argument> = object extends Argument ? [input?: Argument] : [input: Argument];

export type Call<M extends Method> = <P extends PathOf<M>>(
  path: P,
  ...input: Arguments<Input<P, M>>
) => Promise<Output<P, M>>;

/** The calls of every operation. Each throws an {@link AtriumProblem} when the answer is not a success. */
export interface Calls {
  readonly get: Call<'get'>;
  readonly put: Call<'put'>;
  readonly post: Call<'post'>;
  readonly patch: Call<'patch'>;
  readonly delete: Call<'delete'>;
}

/** @param send replaces the global `fetch` */
export function callsOf(client: Api, attempts: Attempts, send: (request: Request) => Promise<Response>): Calls {
  const call = <M extends Method>(method: M): Call<M> => {
    const perform = async (path: never, { onProgress, ...input }: CallOptions = {}): Promise<unknown> => {
      // The types of openapi-fetch and of the calls describe the same; the compiler cannot see it for a generic path.
      const request = client.request as (method: string, path: never, init: object) => Promise<Answer>;
      const fetch = onProgress && sendWithProgress(send, onProgress);
      const init = { ...input, ...(fetch && { fetch }), parseAs: 'stream' };
      const sendOnce = async (): Promise<unknown> => {
        const { error, response } = await request(method, path, init);
        if (!response.ok) {
          throw new AtriumProblem(response, error);
        }
        return contentOf(response);
      };
      return attempts.of(sendOnce, method === 'get', input.signal);
    };
    return perform as Call<M>;
  };
  return { get: call('get'), put: call('put'), post: call('post'), patch: call('patch'), delete: call('delete') };
}

interface Answer {
  readonly error?: unknown;
  readonly response: Response;
}

function contentOf(response: Response): Promise<unknown> | undefined {
  const type = response.headers.get('content-type');
  if (type === null || response.status === 204 || response.headers.get('content-length') === '0') {
    return undefined;
  }
  if (/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) {
    return response.json();
  }
  return /^text\/|ndjson/i.test(type) ? response.text() : response.blob();
}
