import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import type { Client } from './client.js';

/** A part of a multipart form, written as it is given: nothing is escaped. */
export interface Part {
  readonly name?: string;
  readonly filename?: string;
  readonly type?: string;
  readonly content: Buffer | string;
}

export interface Form {
  readonly type: string;
  readonly body: Buffer;
}

/** Writes a `multipart/form-data` body (RFC 7578). */
export function formOf(...parts: Part[]): Form {
  const boundary = `----${randomUUID()}`;
  const pieces = parts.flatMap(({ name, filename, type, content }) => [
    `--${boundary}\r\nContent-Disposition: form-data`,
    name === undefined ? '' : `; name="${name}"`,
    filename === undefined ? '' : `; filename="${filename}"`,
    type === undefined ? '' : `\r\nContent-Type: ${type}`,
    '\r\n\r\n',
    content,
    '\r\n',
  ]);
  // Latin-1, so that every character is one byte.
  const bytes = [...pieces, `--${boundary}--\r\n`].map((piece) =>
    typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece,
  );
  const body = Buffer.concat(bytes);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}

/** Posts a form. */
export function postForm(client: Client, path: string, { type, body }: Form): Promise<Response> {
  return client.with('content-type', type).post(path, body);
}

/** Uploads a picture as a browser does. */
export function uploadAvatar(client: Client, content: Buffer, part: Partial<Part> = {}): Promise<Response> {
  const form = formOf({ name: 'avatar', filename: 'avatar.png', type: 'image/png', content, ...part });
  return postForm(client, '/api/v1/user/avatar', form);
}
