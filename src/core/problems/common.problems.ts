import { defineProblem } from './problem.js';

export const ValidationFailed = defineProblem({
  code: 'validation_failed',
  status: 400,
  title: 'The request has invalid values',
  help: 'Something in the body, the query or the path breaks a rule. `errors` names each place and what is wrong there. Nothing was changed.',
});

export const MalformedJson = defineProblem({
  code: 'malformed_json',
  status: 400,
  title: 'The body is not valid JSON',
  help: 'The body could not be parsed as JSON in UTF-8. Check quotes, commas and the Content-Length.',
});

export const MalformedBody = defineProblem({
  code: 'malformed_body',
  status: 400,
  title: 'The body cannot be decompressed',
  help: 'The body is not what its `Content-Encoding` says, or it is incomplete. Compress it with gzip, deflate (zlib) or br, or send it without that header.',
});

export const BadRequest = defineProblem({
  code: 'bad_request',
  status: 400,
  title: 'The request cannot be understood',
  help: 'The path or a header is malformed, for instance a percent sign without two hexadecimal digits.',
});

export const InvalidMarker = defineProblem({
  code: 'invalid_marker',
  status: 400,
  title: 'The marker is not one this list gave out',
  help: 'Markers are opaque: pass on exactly what the previous page returned, with the same filters, or start without one.',
});

export const NotFound = defineProblem({
  code: 'not_found',
  status: 404,
  title: 'Nothing is here',
  help: 'No route answers to this path, or the thing it names does not exist or is not visible to you.',
});

export const MethodNotAllowed = defineProblem({
  code: 'method_not_allowed',
  status: 405,
  title: 'This path does not take that method',
  help: 'The `Allow` header lists the methods the path takes.',
});

export const PayloadTooLarge = defineProblem({
  code: 'payload_too_large',
  status: 413,
  title: 'The body is too large',
  help: 'Send less at once. JSON bodies may have 1 MiB.',
});

export const UnsupportedMediaType = defineProblem({
  code: 'unsupported_media_type',
  status: 415,
  title: 'The body has a type this route does not take',
  help: 'Send JSON with `Content-Type: application/json`, unless the documentation of the route names another type.',
});

export const ExpectationFailed = defineProblem({
  code: 'expectation_failed',
  status: 417,
  title: 'The expectation cannot be met',
  help: 'The only `Expect` header that is supported is `100-continue`. Send the request again without the header.',
});

export const HeadersTooLarge = defineProblem({
  code: 'headers_too_large',
  status: 431,
  title: 'The header is too large',
  help: 'Path and header together may have 16 KiB. Cookies of other services on the same host are the usual cause.',
});

export const RequestTimeout = defineProblem({
  code: 'request_timeout',
  status: 408,
  title: 'The request did not arrive in time',
  help: 'The connection was opened, but the request on it was not complete in time. Send it again.',
});

export const TooManyRequests = defineProblem({
  code: 'too_many_requests',
  status: 429,
  title: 'Too many requests',
  help: 'Wait as many seconds as the `Retry-After` header says.',
});

export const InternalError = defineProblem({
  code: 'internal_error',
  status: 500,
  title: 'Something went wrong on our side',
  help: 'The request failed through no fault of yours and was logged. Tell the operator the `requestId`.',
});

export const Unavailable = defineProblem({
  code: 'unavailable',
  status: 503,
  title: 'The service cannot answer right now',
  help: 'The service is starting or has too much to do, or the database did not answer in time. Try again after as many seconds as `Retry-After` says.',
});
