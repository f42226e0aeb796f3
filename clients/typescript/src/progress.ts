/** Bytes of a body. */
export interface Progress {
  readonly sent: number;
  readonly total: number;
}

type Report = (progress: Progress) => void;
type Send = (request: Request) => Promise<Response>;

/**
 * Sends a request and reports how much of its body was sent. Browsers report it on the way; elsewhere the platform does not
 * know, and there is a report before and after.
 */
export function sendWithProgress(send: Send, report: Report): Send {
  return async (request) => {
    const body = await request.blob();
    report({ sent: 0, total: body.size });
    if (typeof XMLHttpRequest === 'function') {
      return sendFromBrowser(request, body, report);
    }
    const { url, method, headers, credentials, signal } = request;
    const response = await send(new Request(url, { method, headers, credentials, signal, body }));
    report({ sent: body.size, total: body.size });
    return response;
  };
}

/** Only XMLHttpRequest has the events: fetch has none for what is sent. */
function sendFromBrowser(request: Request, body: Blob, report: Report): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { signal } = request;
    const xhr = new XMLHttpRequest();
    const stop = (): void => {
      xhr.abort();
      reject(signal.reason as Error);
    };
    xhr.open(request.method, request.url);
    xhr.responseType = 'blob';
    xhr.withCredentials = request.credentials === 'include';
    request.headers.forEach((value, name) => {
      xhr.setRequestHeader(name, value);
    });
    xhr.upload.onprogress = ({ loaded, total }) => {
      report({ sent: loaded, total });
    };
    xhr.onload = () => {
      resolve(responseOf(xhr));
    };
    xhr.onerror = () => {
      reject(new TypeError('The network failed'));
    };
    xhr.onloadend = () => {
      signal.removeEventListener('abort', stop);
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) {
      stop();
    } else {
      xhr.send(body);
    }
  });
}

function responseOf(xhr: XMLHttpRequest): Response {
  const lines = xhr.getAllResponseHeaders().trim().split('\r\n').filter(Boolean);
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return new Response(xhr.status === 204 ? null : (xhr.response as Blob), { status: xhr.status, headers });
}
