import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { DIRECTORY_PREFIX } from '../runner/names.js';
import { TestApp } from '../support/app/app.js';
import { PASSWORD } from '../support/data/factory.js';

const run = promisify(execFile);

/** The package and what it needs. npm gets all as files, so that it asks no registry. */
const PACKAGES = ['clients/typescript', 'node_modules/openapi-fetch', 'node_modules/openapi-typescript-helpers'];

const OPTIONS = {
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable'],
  module: 'nodenext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  types: [],
};

let app: TestApp;
let folder: string;

beforeAll(async () => {
  app = await TestApp.start();
  folder = mkdtempSync(join(tmpdir(), DIRECTORY_PREFIX));
  const project = join(folder, 'project');
  mkdirSync(project);
  const paths = PACKAGES.map((name) => resolve(name));
  await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder, ...paths], { cwd: folder });
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: OPTIONS, include: ['main.ts'] }));
  copyFileSync('test/client/consumer/main.ts', join(project, 'main.ts'));
  const tarballs = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  const install = ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', [...install, ...tarballs.map((name) => join(folder, name))], { cwd: project });
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.stop();
});

describe('A project that installs the package', () => {
  it('gets the code and the types alone', () => {
    const files = readdirSync(join(folder, 'project/node_modules/@atrium/client'), {
      recursive: true,
      encoding: 'utf8',
    });
    expect(files.filter((name) => !name.startsWith('dist')).sort()).toEqual(['README.md', 'package.json']);
  });

  it('compiles strictly, and uses every contract', async () => {
    const project = join(folder, 'project');
    const compile = run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', project]);
    await expect(compile).resolves.toMatchObject({ stdout: '' });

    const { email, id } = await app.factory.person();
    const organization = await app.factory.organization();
    await app.factory.membership({ id, email }, organization, {
      appRole: 'AppAdmin',
      role: 'OrganizationAdmin',
      isPrimary: true,
    });
    await app.factory.member(organization);
    const settings = { baseUrl: app.baseUrl, email, password: PASSWORD, organization: organization.slug };
    const program = `import { drive } from './main.js'; console.log(JSON.stringify(await drive(${JSON.stringify(settings)})))`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { cwd: project });
    expect(JSON.parse(stdout)).toEqual({
      account: { name: 'Consumer', members: 2 },
      app: { content: 'bytes', reports: 2, users: expect.arrayContaining([email]) },
      profile: { status: 'active' },
      directory: { identity: email, teams: 0, missing: 'team_not_found' },
      context: { email, organizations: 1 },
    });
  });
});
