import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { ACCOUNT } from '../../src/contracts/account.js';
import { APP } from '../../src/contracts/app.js';
import { CONTEXT } from '../../src/contracts/context.js';
import { DIRECTORY } from '../../src/contracts/directory.js';
import { PROFILE } from '../../src/contracts/profile.js';

/** The project's own files, without what is generated. */
const files = ['.ci', 'bench', 'deploy', 'docs', 'prisma', 'src', 'test', 'tools']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter((file) => !file.includes('/generated/') && statSync(file).isFile())
  .concat(readdirSync('.'));
const pages = files.filter((file) => /^(docs\/.+|README|CONTRIBUTING|bench\/README)\.md$/.test(file));
const map = pages.filter((page) => page.startsWith('docs/'));
const sources = files.filter((file) => /^(src|prisma)\/.+\.(ts|prisma|sql)$/.test(file));
const read = (file: string): string => readFileSync(file, 'utf8');
const application = sources.filter((file) => /^src\/.+\.ts$/.test(file)).map(read);
const schema = sources.filter((file) => file.endsWith('.prisma')).map(read);

/** What stands between backticks, outside of code blocks. */
function codeIn(page: string): string[] {
  const text = read(page).replace(/^```[\s\S]*?^```/gm, '');
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** The rows of the table below a heading: the code in each cell. */
function tableBelow(page: string, heading: string): string[][][] {
  const [, section = ''] = read(page).split(`\n## ${heading}\n`);
  const [text = ''] = section.split('\n## ');
  const [, , ...rows] = text.split('\n').filter((line) => line.startsWith('|'));
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)),
  );
}

const firstColumn = (page: string, heading: string): string[] =>
  tableBelow(page, heading)
    .flatMap(([first = []]) => first)
    .sort();

function all(texts: readonly string[], pattern: RegExp): string[] {
  return texts.flatMap((text) => [...text.matchAll(pattern)].map(([, found = '']) => found));
}

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** `<name>`, `*` and `{a,b}` stand for any part of a name. */
function pathPattern(path: string): RegExp {
  const escaped = path.replace(/[.[\]()+?^$|\\]/g, '\\$&').replace(/<\w+>|\*+|\{[^}]*\}/g, '[^/]+');
  return new RegExp(`^${escaped}${path.endsWith('/') ? '' : '(/|$)'}`);
}

/** GitHub's name of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\d\s-]/gu, '')
    .replace(/\s/g, '-');

function linksOf(page: string): string[] {
  return [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^https?:/.test(link));
}

const targetOf = (page: string, link: string): string => normalize(join(dirname(page), link.split('#')[0] ?? ''));

function isThere(page: string, link: string): boolean {
  const target = link.startsWith('#') ? page : targetOf(page, link);
  const anchor = link.split('#')[1];
  if (!existsSync(target)) {
    return false;
  }
  return (
    anchor === undefined ||
    all([read(target)], /^#+ (.+)$/gm)
      .map(anchorOf)
      .includes(anchor)
  );
}

describe.each(pages)('The page %s', (page) => {
  it('links to what is there', () => {
    expect(linksOf(page).filter((link) => !isThere(page, link))).toEqual([]);
  });

  it('names files that are there', () => {
    const paths = codeIn(page).filter((code) => /^(\.ci|bench|deploy|docs|prisma|src|test|tools)\/\S*$/.test(code));
    expect(paths.filter((path) => !files.some((file) => pathPattern(path).test(file)))).toEqual([]);
  });

  it('names scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(all([read(page)], /\bnpm run ([\w:]+)/g).filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe.each(map)('The page %s of the map', (page) => {
  it('can be reached by links', () => {
    const linked = pages.flatMap((other) => linksOf(other).map((link) => targetOf(other, link)));
    expect(linked).toContain(page);
  });

  it('uses names that the code has', () => {
    const words = new Set(sources.flatMap((file) => read(file).match(/\w+/g) ?? []));
    // Metrics of the process come from a library: test/architecture/metrics.test.ts compares them with the served ones.
    const names = codeIn(page).filter((code) => /^[A-Za-z_][\w.]*$/.test(code) && !/^(nodejs|process)_/.test(code));
    const parts = names.flatMap((name) => name.split('.'));
    expect(parts.filter((part) => !words.has(part))).toEqual([]);
  });
});

describe('The map', () => {
  it('has all tables', () => {
    expect(firstColumn('docs/domain.md', 'Tables')).toEqual(all(schema, /^model (\w+)/gm).sort());
  });

  it('has all kinds of jobs', () => {
    const kinds = application.flatMap((text) => [
      ...all([text], /worker\.every\('([\w.]+)'/g),
      ...all([text], /worker\.register\((\w+)/g).flatMap((name) =>
        all([text], new RegExp(`const ${name} = '([^']+)'`, 'g')),
      ),
    ]);
    expect(firstColumn('docs/architecture.md', 'The jobs')).toEqual(kinds.sort());
  });

  it('has all tables that rows are deleted from after a time', () => {
    const tables = all(application, /(?:retention|this)\.register\(\s*'([A-Z]\w+)'/g);
    expect(firstColumn('docs/architecture.md', 'When rows are deleted')).toEqual(unique(tables));
  });

  it('has a page for each contract, and each decision in their list', () => {
    const contracts = files.flatMap((file) => all([file], /^src\/modules\/[^/]+\/http\/(\w+).*\.controller\.ts$/g));
    const described = all(map, /^docs\/contracts\/(\w+)\.md$/g).filter((name) => name !== 'README');
    // Pictures belong to no contract.
    expect(described.sort()).toEqual(unique(contracts).filter((name) => name !== 'pictures'));
    const decisions = all(map, /^docs\/decisions\/(\d.+)$/g).sort();
    expect(linksOf('docs/decisions/README.md')).toEqual(decisions);
    expect(decisions.map((name) => Number(name.slice(0, 3)))).toEqual(decisions.map((_, index) => index + 1));
  });

  it('names files of the build in scripts only where they have a source', () => {
    const scripts = files.filter((file) => /^(bench|tools)\/.+\.js$|^\.ci\/run$|^package\.json$/.test(file)).map(read);
    const built = unique(all(scripts, /\bdist\/([\w./-]+)\.js\b/g));
    expect(built).toContain('main');
    expect(built.filter((name) => !existsSync(`src/${name}.ts`))).toEqual([]);
  });
});

const CONTRACTS = { account: ACCOUNT, app: APP, profile: PROFILE, directory: DIRECTORY, context: CONTEXT };

describe.each(Object.entries(CONTRACTS))('The page of the %s contract', (contract, { prefix }) => {
  it('has the paths of all its routes, and no others', () => {
    const controllers = files.filter((file) => new RegExp(`/http/${contract}\\b.*\\.controller\\.ts$`).test(file));
    const routes = controllers.map(read).flatMap((text) => {
      const [below = ''] = all([text], /@Controller\([A-Z]+\.path\('?([^')]*)/g);
      const base = [prefix, below].filter(Boolean).join('/');
      return all([text], /@(?:Get|Post|Put|Patch|Delete)\((?:'([^']*)')?/g).map((path) => `/${base}/${path}`);
    });
    const [, rows = ''] = read(`docs/contracts/${contract}.md`).split('| paths |');
    const prefixes = all([rows.split('\n')[0] ?? ''], /`([^`]+)`/g);
    const isBelow = (prefix: string) => (route: string) => `${route}/`.startsWith(`${prefix}/`);
    expect(routes.filter((route) => !prefixes.some((prefix) => isBelow(prefix)(route)))).toEqual([]);
    expect(prefixes.filter((prefix) => !routes.some(isBelow(prefix)))).toEqual([]);
  });
});
