import { Readable } from 'node:stream';
import { getMetadataStorage } from 'class-validator';
import type { Type } from '@nestjs/common';
import { HOSTILE_BODIES, HOSTILE_TEXTS } from '../../bench/hostile-json.js';
import { InputPipe } from '../../src/core/validation/input.pipe.js';
import { artifactOf } from '../../src/modules/projects/uploaded-artifact.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { expectProblem } from '../support/expectations/problem.js';

const LOGIN = '/api/v1/auth/login';
const KIB = 1024;

let app: TestApp;
let asSasha: Client;

beforeAll(async () => {
  app = await TestApp.start();
  const sasha = await app.factory.person();
  const aurora = await app.factory.organization({ slug: 'auroralabs' });
  await app.factory.membership(sasha, aurora, { isPrimary: true, role: 'OrganizationAdmin', appRole: 'AppAdmin' });
  asSasha = (await app.signedIn(sasha)).inOrganization('auroralabs');
});

afterAll(() => app.stop());

/** Lengths of the texts that are normalized while `work` runs. */
async function normalizedLengths(work: () => Promise<unknown>): Promise<number[]> {
  const lengths: number[] = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its text below
  const { normalize } = String.prototype;
  String.prototype.normalize = function (this: string, form?: string) {
    lengths.push(this.length);
    return normalize.call(this, form);
  };
  try {
    await work();
  } finally {
    String.prototype.normalize = normalize;
  }
  return lengths;
}

/** Every DTO that input becomes, with the names of its fields. */
function inputDtos(): [name: string, dto: Type<object>, fields: string[]][] {
  const storage = getMetadataStorage() as unknown as {
    validationMetadatas: Map<Type<object>, { propertyName: string }[]>;
  };
  return [...storage.validationMetadatas.keys()].map((dto) => {
    const metadata = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
    return [dto.name, dto, [...new Set(metadata.map(({ propertyName }) => propertyName))]];
  });
}

describe('A hostile body of a caller without an account', () => {
  it.each(HOSTILE_BODIES)('is refused with a small answer: %s', async (_, code, body) => {
    const answer = await app.anonymous.with('content-type', 'application/json').post(LOGIN, body());
    const { errors = [] } = answer.body as { errors?: { code: string }[] };
    expect({ status: answer.status, code: errors[0]?.code ?? answer.body.code }).toEqual({ status: 400, code });
    expect(errors.length).toBeLessThanOrEqual(100);
    expect(answer.text.length).toBeLessThan(64 * KIB);
  });

  it('is refused in what an authenticator says, before it is decoded', async () => {
    const clientDataJSON = Buffer.from('['.repeat(300_000)).toString('base64url');
    const answer = await app.anonymous.post('/api/v1/auth/passkeys/authenticate', {
      response: { response: { clientDataJSON } },
    });
    expectProblem(answer, 400, 'validation_failed', {
      errors: [{ pointer: '/response', code: 'max_size', detail: 'Must have at most 65536 bytes as JSON.' }],
    });
  });

  it('is refused before it is parsed, on a route that reads no body too', async () => {
    const answer = await fetch(`${app.baseUrl}/api/v1/auth/logout`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      // A parser would refuse it as malformed.
      body: '['.repeat(1_000),
    });
    expect([answer.status, ((await answer.json()) as { errors?: unknown }).errors]).toEqual([
      400,
      [{ pointer: '', code: 'max_depth', detail: 'The input is nested deeper than 32 levels.' }],
    ]);
  });
});

describe('A hostile query', () => {
  it('of more than 200 keys is refused with one error', async () => {
    const query = Array.from({ length: 900 }, (_, index) => `k${index}=1`).join('&');
    expectProblem(await asSasha.get(`/api/v1/app/user?${query}`), 400, 'validation_failed', {
      errors: [{ pointer: '', code: 'max_keys', detail: 'An object must have at most 200 keys.' }],
    });
  });

  it('of 150 unknown keys is refused with 100 errors', async () => {
    const query = Array.from({ length: 150 }, (_, index) => `k${index}=1`).join('&');
    const { status, body } = await asSasha.get(`/api/v1/app/user?${query}`);
    expect([status, body.errors.length]).toEqual([400, 100]);
  });

  it('with a long key is refused without the key', async () => {
    const { status, body } = await asSasha.get(`/api/v1/app/user?${'k'.repeat(4_000)}=1`);
    expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([400, ['']]);
  });
});

describe('Text that takes long to normalize', () => {
  it('is in no field of any route normalized', async () => {
    const pipe = new InputPipe();
    const dtos = inputDtos();
    expect(dtos.length).toBeGreaterThan(50);
    for (const [name, metatype, fields] of dtos) {
      for (const text of HOSTILE_TEXTS) {
        const body = Object.fromEntries(fields.map((field) => [field, text]));
        const lengths = await normalizedLengths(() =>
          pipe.transform(body, { type: 'body', metatype }).catch((error: unknown) => error),
        );
        expect([name, ...lengths]).toEqual([name]);
      }
    }
  });

  it('is refused where it fits into the field', async () => {
    const marks = `a${'\u0301\u0323'.repeat(4_000)}`;
    const lengths = await normalizedLengths(async () => {
      const answer = await asSasha.post('/api/v1/app/project', { name: 'Marks', project_context: marks });
      expect(answer.body.errors).toEqual([
        {
          pointer: '/project_context',
          code: 'max_marks',
          detail: 'Must not have more than 30 combining marks in a row.',
        },
      ]);
    });
    expect(lengths.filter((length) => length > 254)).toEqual([]);
  });

  it('is not normalized in a path', async () => {
    const path = `/api/v1/me/emails/${encodeURIComponent('a' + '\u0301\u0323'.repeat(1_000))}`;
    const lengths = await normalizedLengths(async () => {
      expectProblem(await asSasha.delete(path), 404, 'email_not_found');
    });
    expect(lengths.filter((length) => length > 254)).toEqual([]);
  });

  it('is cut before it is normalized in the name of a file', async () => {
    const upload = { name: `${HOSTILE_TEXTS[0] ?? ''}.txt`, type: 'text/plain', size: 0, stream: Readable.from([]) };
    const lengths = await normalizedLengths(() => Promise.resolve(artifactOf(upload)));
    expect(lengths.filter((length) => length > 1_000)).toEqual([]);
    expect(Array.from(artifactOf(upload).name).length).toBe(200);
  });
});

describe('Text of usual length', () => {
  it('is normalized after the space around it is gone', async () => {
    const answer = await asSasha.with('content-type', 'application/json').patch('/api/v1/user', {
      displayName: `${' '.repeat(300)}Zoe\u0308${' '.repeat(300)}`,
    });
    expect([answer.status, answer.body.displayName ?? answer.body.user?.displayName]).toEqual([200, 'Zo\u00EB']);
  });
});
