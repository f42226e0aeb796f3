import { TestApp } from '../support/app/app.js';

/** Names of values that give access. Names like `tokenId` and `apiKeys` are of other things. */
const SECRET = /^(?:.*[a-z])?(?:token|secret|password|codes|otpauth\w*|key|link)$/i;

type Schema = Readonly<Record<string, unknown>>;

let app: TestApp;
let paths: Record<string, Record<string, { operationId: string; responses: Schema }>>;
let schemas: Record<string, Schema>;

beforeAll(async () => {
  app = await TestApp.start();
  const document = (await (await fetch(`${app.baseUrl}/openapi.json`)).json()) as {
    paths: typeof paths;
    components: { schemas: typeof schemas };
  };
  ({ paths } = document);
  ({ schemas } = document.components);
});

afterAll(() => app.stop());

/** The names of all properties below a part of the document, with those of the schemas that it refers to. */
function propertiesIn(part: unknown, seen = new Set<unknown>()): string[] {
  if (typeof part !== 'object' || part === null || seen.has(part)) {
    return [];
  }
  seen.add(part);
  const { $ref, properties, examples, example, ...rest } = part as Schema & { $ref?: string };
  const named = typeof properties === 'object' && properties !== null ? properties : {};
  const referred = $ref === undefined ? [] : propertiesIn(schemas[$ref.split('/').at(-1) ?? ''], seen);
  return [
    ...Object.keys(named),
    ...referred,
    ...[...Object.values(named), ...Object.values(rest)].flatMap((one) => propertiesIn(one, seen)),
  ];
}

function secretsOf(method: string): Record<string, string[]> {
  const operations = Object.values(paths).flatMap((path) => (path[method] ? [path[method]] : []));
  const secrets = operations.map(({ operationId, responses }): [string, string[]] => [
    operationId,
    propertiesIn(responses).filter((name) => SECRET.test(name)),
  ]);
  return Object.fromEntries(secrets.filter(([, names]) => names.length > 0));
}

describe('An answer of GET', () => {
  it('has no secret, because it is compressed', () => {
    expect(secretsOf('get')).toEqual({});
  });

  it('is judged by a pattern that finds the secrets of other answers', () => {
    const found = Object.values(secretsOf('post')).flat();
    expect(found).toEqual(expect.arrayContaining(['token', 'secret']));
  });
});
