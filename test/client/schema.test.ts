import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
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

describe('The code of the client', () => {
  it('has less than 12 kB, compressed and with openapi-fetch', () => {
    const folder = 'clients/typescript/dist';
    const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
    const code = [...files.map((name) => join(folder, name)), 'node_modules/openapi-fetch/dist/index.mjs'];
    expect(files).toContain('atrium.js');
    expect(gzipSync(code.map((name) => readFileSync(name, 'utf8')).join('\n')).length).toBeLessThan(12_000);
  });
});

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
