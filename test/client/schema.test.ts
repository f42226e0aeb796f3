import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestApp } from '../support/app/app.js';

const run = promisify(execFile);

let app: TestApp;
let file: string;

beforeAll(async () => {
  app = await TestApp.start();
  file = join(app.dataDir, 'openapi.json');
  writeFileSync(file, await (await fetch(`${app.baseUrl}/openapi.json`)).text());
});

afterAll(() => app.stop());

const check = (document: string) => run(process.execPath, ['tools/generate-client.js', '--check', document]);

describe('The types of the client', () => {
  it('are those of the served OpenAPI document', async () => {
    await expect(check(file)).resolves.toEqual({ stdout: '', stderr: '' });
  });

  it('differ from those of another document', async () => {
    const other = join(app.dataDir, 'other.json');
    writeFileSync(other, JSON.stringify({ openapi: '3.1.0', info: { title: 'Other', version: '1' }, paths: {} }));
    await expect(check(other)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('npm run client') });
  });
});
