import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atrium-rules-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const ANSWER = { description: 'Success', headers: { 'X-Request-Id': {} } };

/** What the linter says of a document with one operation. */
async function findingsOf(operation: object, schemas: Record<string, object> = {}): Promise<string> {
  const file = join(folder, 'openapi.json');
  const get = { operationId: 'readThing', responses: { 200: ANSWER }, ...operation };
  writeFileSync(file, JSON.stringify({ openapi: '3.1.0', paths: { '/thing': { get } }, components: { schemas } }));
  const lint = run(process.execPath, ['tools/lint-openapi.js', file]);
  const { stdout } = await lint.catch((error: unknown) => error as { stdout: string });
  return stdout;
}

const answer = (status: number, fields: object): object => ({ responses: { [status]: { ...ANSWER, ...fields } } });
const json = (schema: object): object => answer(200, { content: { 'application/json': { schema } } });
const query = (schema: object, more: object = {}): object => ({
  parameters: [{ name: 'q', in: 'query', schema, ...more }],
});
const COLOR = { type: 'string', enum: ['red', 'green'] };

describe('The linter of the OpenAPI document', () => {
  it.each<[string, object, Record<string, object>?]>([
    ['is written 2 times', {}, { Thing: { properties: { a: COLOR, b: COLOR } } }],
    ['has null as a value of its enum', json({ enum: ['red', null] })],
    ['is an enum without values', {}, { Color: { type: 'string', enum: [] } }],
    ['is an integer without minimum and maximum', json({ type: ['integer', 'null'], minimum: 1 })],
    ['The parameter q of readThing has no bound', query({ type: 'string' })],
    ['The list q of readThing must have the style form', query({ type: 'array', items: COLOR, maxItems: 2 })],
    ['has variants that nothing tells apart', json({ oneOf: [{ $ref: '#/components/schemas/A' }] }), { A: {} }],
    ['The answer 429 of readThing lacks the header Retry-After', answer(429, {})],
    ['The answer 200 of readThing lacks the header X-Request-Id', answer(200, { headers: {} })],
    [
      'The problem 404 of readThing has no list of codes',
      answer(404, { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } } }),
    ],
    ['must have the format binary', answer(200, { content: { 'image/webp': { schema: {} } } })],
  ])('refuses: %s', async (finding, operation, schemas = {}) => {
    expect(await findingsOf(operation, schemas)).toContain(finding);
  });

  it('has nothing of this to say of a document without these faults', async () => {
    const operation = {
      ...query(
        { type: 'array', items: { $ref: '#/components/schemas/Color' }, maxItems: 2 },
        { style: 'form', explode: false },
      ),
      ...json({ oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }),
    };
    const schemas = { Color: COLOR, A: { required: ['id', 'a'] }, B: { required: ['id', 'b'] } };
    expect(await findingsOf(operation, schemas)).not.toMatch(/^error atrium/m);
  });
});
