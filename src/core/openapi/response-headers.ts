import type { OpenAPIObject } from '@nestjs/swagger';
import type { Operation } from './described-operation.js';

type Headers = NonNullable<NonNullable<OpenAPIObject['components']>['headers']>;

/** Headers that many answers have. */
export const RESPONSE_HEADERS = {
  RequestId: {
    required: true,
    description: 'Names the request in the log',
    schema: { type: 'string', minLength: 8, maxLength: 64 },
  },
  RetryAfter: {
    required: true,
    description: 'Seconds to wait',
    schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 2_147_483_647 },
  },
  Challenge: {
    required: true,
    description: 'The scheme, and for a step-up its error (RFC 9470)',
    schema: { type: 'string', example: 'Bearer' },
  },
} as const satisfies Headers;

type Name = keyof typeof RESPONSE_HEADERS;

/** Which answers have which: every 401 has a challenge (RFC 9110, section 15.5.2). */
const OF_STATUS: Readonly<Record<string, Readonly<Record<string, Name>>>> = {
  401: { 'WWW-Authenticate': 'Challenge' },
  429: { 'Retry-After': 'RetryAfter' },
  503: { 'Retry-After': 'RetryAfter' },
};

/** Documents these headers in all answers of an operation. */
export function describeHeaders({ responses }: Operation): void {
  for (const [status, response] of Object.entries(responses)) {
    if (response && 'description' in response) {
      response.headers = { ...response.headers, ...references({ ...OF_STATUS[status], 'X-Request-Id': 'RequestId' }) };
    }
  }
}

function references(names: Readonly<Record<string, Name>>): Record<string, { $ref: string }> {
  return Object.fromEntries(
    Object.entries(names).map(([header, name]) => [header, { $ref: `#/components/headers/${name}` }]),
  );
}
