import { defineProblem } from './problem.js';

export const ValidationFailed = defineProblem({
  code: 'validation_failed',
  status: 400,
  title: 'The request has invalid values',
  help: 'A value in the body, the query or the path breaks a rule. `errors` lists each invalid value and the reason. Nothing was changed.',
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
  help: 'The body does not match its `Content-Encoding`, or it is incomplete. Compress it with gzip, deflate (zlib) or br, or send it without that header.',
});

export const BadRequest = defineProblem({
  code: 'bad_request',
  status: 400,
  title: 'The request cannot be understood',
  help: 'The path or a header is malformed, for example a percent sign without two hexadecimal digits.',
});

export const InvalidMarker = defineProblem({
  code: 'invalid_marker',
  status: 400,
  title: 'The marker is not valid for this list',
  help: 'Markers are opaque. Send exactly the marker that the previous page returned, with the same filters, or start without a marker.',
});

export const NotFound = defineProblem({
  code: 'not_found',
  status: 404,
  title: 'Nothing was found',
  help: 'The path has no route, or the resource that it names does not exist, or you may not see it.',
});

export const MethodNotAllowed = defineProblem({
  code: 'method_not_allowed',
  status: 405,
  title: 'The path does not support this method',
  help: 'The `Allow` header lists the methods of the path.',
});

export const PayloadTooLarge = defineProblem({
  code: 'payload_too_large',
  status: 413,
  title: 'The body is too large',
  help: 'Send a smaller body. JSON bodies can have 1 MiB.',
});

export const UnsupportedMediaType = defineProblem({
  code: 'unsupported_media_type',
  status: 415,
  title: 'The route does not accept this type of body',
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
  title: 'The headers are too large',
  help: 'The path and the headers can have 16 KiB together. Cookies of other services on the same host are the usual cause.',
});

export const RequestTimeout = defineProblem({
  code: 'request_timeout',
  status: 408,
  title: 'The request did not arrive in time',
  help: 'The connection was opened, but the request on it was not completed in time. Send it again.',
});

export const TooManyRequests = defineProblem({
  code: 'too_many_requests',
  status: 429,
  title: 'Too many requests',
  help: 'Wait for the number of seconds in the `Retry-After` header.',
});

export const InternalError = defineProblem({
  code: 'internal_error',
  status: 500,
  title: 'Something went wrong on our side',
  help: 'The request failed because of an error in the service. The error was logged. Give the operator the `requestId`.',
});

export const Unavailable = defineProblem({
  code: 'unavailable',
  status: 503,
  title: 'The service cannot answer right now',
  help: 'The service is starting or busy, or the database did not answer in time. Try again after the number of seconds in `Retry-After`.',
});
