import type { Response } from 'supertest';

/** The parts of an answer that its problem document must agree with. */
type Answer = Pick<Response, 'status' | 'headers' | 'body'>;

const MEMBERS = ['type', 'title', 'status', 'code', 'detail', 'instance', 'requestId'];

/**
 * Expects a complete problem document: every member, no other, and none that contradicts the headers.
 *
 * @param more members beyond those that every problem has, with their exact values
 */
export function expectProblem(answer: Answer, status: number, code: string, more: Record<string, unknown> = {}): void {
  const { headers, body } = answer;
  expect({ status: answer.status, code: body.code, text: JSON.stringify(body) }).toMatchObject({ status, code });
  expect(headers).toMatchObject({
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'x-request-id': expect.stringMatching(/^[\w-]{8,64}$/),
  });
  expect(Object.keys(body)).toEqual([...MEMBERS, ...Object.keys(more).filter((member) => !MEMBERS.includes(member))]);
  expect(body).toMatchObject({
    type: expect.stringMatching(new RegExp(`^http://[^/]+/problems/${code}$`)),
    title: expect.stringMatching(/^\S.+\S$/),
    status,
    detail: expect.stringMatching(/^\S.+\S$/),
    instance: expect.stringMatching(/^\/[^?]*$/),
    requestId: headers['x-request-id'],
    ...more,
  });
}
