import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, ConfigError, readConfig } from '../../src/core/config/config.js';
import { freePort, listen } from '../../src/listen.js';
import { startWarnings } from '../../src/start-warnings.js';
import { DIRECTORY_PREFIX } from '../runner/names.js';

const JWT_SECRET = 'a secret of at least thirty-two characters';
const ENCRYPTION_KEY = randomBytes(32).toString('base64');
const ZEROS = Buffer.alloc(32).toString('base64');
const SECRETS = { JWT_SECRET, ENCRYPTION_KEY };

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), DIRECTORY_PREFIX));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

function read(variables: Record<string, string> = {}): Config {
  return readConfig({ DATA_DIR: dataDir, ...variables });
}

/** What is wrong with the variables, in alphabetical order. */
function problems(variables: Record<string, string>): readonly string[] {
  try {
    read(variables);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return [...(error as ConfigError).problems].sort();
  }
  return [];
}

describe('The configuration', () => {
  it('has defaults for everything', () => {
    expect(read()).toMatchObject({
      production: false,
      port: 3000,
      host: undefined,
      metricsPort: undefined,
      publicUrl: 'http://localhost:3000',
      databaseUrl: undefined,
      databasePoolSize: 10,
      dataDir,
      rootKey: undefined,
      demo: true,
      corsOrigins: [],
      trustedProxies: [],
      featureFlags: {},
      logLevel: 'info',
      session: { idle: 8 * 60 * 60, absolute: 7 * 24 * 60 * 60, stepUp: 600 },
    });
  });

  it('is taken from the environment', () => {
    const variables = {
      PORT: '8080',
      HOST: '127.0.0.1',
      PUBLIC_URL: 'https://atrium.example/',
      DATABASE_URL: 'postgresql://atrium:secret@db.example:5433/atrium?sslmode=require',
      DATABASE_DIRECT_URL: 'postgresql://atrium@direct.example/atrium',
      DATABASE_REPLICA_URL: 'postgresql://atrium@replica.example/atrium',
      DATABASE_POOL_SIZE: '25',
      ROOT_KEY: randomBytes(16).toString('hex'),
      TRUSTED_PROXIES: '10.0.0.1, 192.168.0.0/16,,fd00::/8',
      FEATURE_FLAGS: '{"projects":true,"teams":false}',
      LOG_LEVEL: 'debug',
      SESSION_IDLE_SECONDS: '60',
      SESSION_ABSOLUTE_SECONDS: '61',
      STEP_UP_SECONDS: '30',
      ...SECRETS,
    };
    expect(read(variables)).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: 'https://atrium.example',
      databaseUrl: variables.DATABASE_URL,
      databaseDirectUrl: variables.DATABASE_DIRECT_URL,
      databaseReplicaUrl: variables.DATABASE_REPLICA_URL,
      databasePoolSize: 25,
      secrets: { jwtSecrets: [JWT_SECRET], encryptionKeys: [ENCRYPTION_KEY] },
      rootKey: variables.ROOT_KEY,
      trustedProxies: ['10.0.0.1', '192.168.0.0/16', 'fd00::/8'],
      featureFlags: { projects: true, teams: false },
      logLevel: 'debug',
      session: { idle: 60, absolute: 61, stepUp: 30 },
    });
  });

  it('has several secrets of each kind, in their order', () => {
    const older = randomBytes(32).toString('base64');
    const lists = { JWT_SECRET: `${JWT_SECRET}, ${older},`, ENCRYPTION_KEY: `${ENCRYPTION_KEY} ,${older}` };
    expect(read(lists).secrets).toEqual({
      jwtSecrets: [JWT_SECRET, older],
      encryptionKeys: [ENCRYPTION_KEY, older],
    });
  });

  it('has the port in its own address, unless that is given', () => {
    expect(read({ PORT: '4000' }).publicUrl).toBe('http://localhost:4000');
    expect(read({ PORT: '4000', PUBLIC_URL: 'https://atrium.example' }).publicUrl).toBe('https://atrium.example');
  });

  it.each([
    ['https://atrium.example/', 'https://atrium.example'],
    ['https://Atrium.Example', 'https://atrium.example'],
    ['https://atrium.example:443/', 'https://atrium.example'],
    ['http://localhost:80', 'http://localhost'],
    ['https://atrium.example/a/', 'https://atrium.example/a'],
    ['https://atrium.example/a/b//', 'https://atrium.example/a/b'],
    ['https://atrium.example/a/../b', 'https://atrium.example/b'],
    ['https://atrium.example/ü', 'https://atrium.example/%C3%BC'],
    ['https://atrium.example/a"b', 'https://atrium.example/a%22b'],
    ['https://münchen.example/A', 'https://xn--mnchen-3ya.example/A'],
  ])('takes the public URL %s as %s', (given, publicUrl) => {
    expect(read({ PUBLIC_URL: given }).publicUrl).toBe(publicUrl);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(read({ PORT: '', ROOT_KEY: '', DATABASE_URL: '' })).toEqual(read());
  });

  it('does not mind variables of others', () => {
    expect(problems({ PATH: '/bin', constructor: 'x', __proto__: 'x', PORTS: 'x' })).toEqual([]);
  });

  it('says everything that is wrong with it at once, each with the name of the variable', () => {
    const wrong = {
      NODE_ENV: 'staging',
      PORT: 'http',
      PUBLIC_URL: 'atrium',
      DATABASE_URL: 'mysql://localhost/atrium',
      DATABASE_POOL_SIZE: '0',
      JWT_SECRET: 'short',
      ENCRYPTION_KEY: 'short',
      ROOT_KEY: 'short',
      DEMO: 'yes',
      TRUSTED_PROXIES: '10.0.0.1,proxy.example',
      FEATURE_FLAGS: '["projects"]',
      LOG_LEVEL: 'loud',
      SESSION_IDLE_SECONDS: '59',
      SESSION_ABSOLUTE_SECONDS: '1.5',
      STEP_UP_SECONDS: '-1',
    };
    const found = problems(wrong);
    expect([...new Set(found.map((problem) => problem.split(' ')[0]))]).toEqual(Object.keys(wrong).sort());
    expect(() => read(wrong)).toThrow(`The configuration cannot be used:\n  - `);
    for (const problem of found) {
      expect(() => read(wrong)).toThrow(`\n  - ${problem}`);
    }
  });

  it.each([
    [{ PORT: '-1' }, 'PORT must not be less than 0'],
    [{ PORT: '65536' }, 'PORT must not be greater than 65535'],
    [{ PORT: '80.5' }, 'PORT must be an integer number'],
    [{ PUBLIC_URL: 'ftp://a' }, 'PUBLIC_URL must be a URL address'],
    ...['?a=b', '?', '/a?b', '#a', '/a#', '/a;b', '/a,b', '//a', '/a//b', '/a%20b/[c]'].map(
      (end): [Record<string, string>, string] => [
        { PUBLIC_URL: `https://a.example${end}` },
        'PUBLIC_URL must be an origin, with a path at most, as in https://example.com/atrium',
      ],
    ),
    [
      { PUBLIC_URL: 'https://user:secret@a.example/' },
      'PUBLIC_URL must be an origin, with a path at most, as in https://example.com/atrium',
    ],
    [{ DATABASE_URL: 'localhost' }, 'DATABASE_URL must start with postgresql://'],
    [{ METRICS_PORT: '65536' }, 'METRICS_PORT must not be greater than 65535'],
    [{ METRICS_PORT: '8080', PORT: '8080' }, 'METRICS_PORT must not be the same as PORT'],
    [{ ROOT_KEY: 'r'.repeat(31) }, 'ROOT_KEY must be longer than or equal to 32 characters'],
    [{ JWT_SECRET: 'j'.repeat(31) }, 'JWT_SECRET must be longer than or equal to 32 characters'],
    [{ JWT_SECRET: '0'.repeat(64) }, 'JWT_SECRET must be random: it has too few different characters'],
    [{ JWT_SECRET: 'abcdefg'.repeat(8) }, 'JWT_SECRET must be random: it has too few different characters'],
    [{ JWT_SECRET: `${JWT_SECRET},short` }, 'JWT_SECRET must be longer than or equal to 32 characters'],
    [{ JWT_SECRET: ' , ' }, 'JWT_SECRET must be longer than or equal to 32 characters'],
    [{ ENCRYPTION_KEY: 'k'.repeat(44) }, 'ENCRYPTION_KEY must be 32 bytes in base64'],
    [{ ENCRYPTION_KEY: ZEROS }, 'ENCRYPTION_KEY must be random: it has too few different bytes'],
    [
      { ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64') },
      'ENCRYPTION_KEY must be random: it has too few different bytes',
    ],
    [{ ENCRYPTION_KEY: `${ENCRYPTION_KEY},${ZEROS}` }, 'ENCRYPTION_KEY must be random: it has too few different bytes'],
    [{ ROOT_KEY: 'r'.repeat(32) }, 'ROOT_KEY must be random: it has too few different characters'],
    [{ FEATURE_FLAGS: '{"a":1}' }, 'FEATURE_FLAGS must be a JSON object of flag name to true or false'],
    [{ FEATURE_FLAGS: '{' }, 'FEATURE_FLAGS must be a JSON object of flag name to true or false'],
    [{ FEATURE_FLAGS: 'null' }, 'FEATURE_FLAGS must be a JSON object of flag name to true or false'],
  ])('refuses %j', (variables: Record<string, string>, problem) => {
    expect(problems(variables)).toEqual([problem]);
  });

  it.each([
    'console.example.com',
    'https://console.example.com/',
    'https://console.example.com/app',
    'https://Console.example.com',
    'https://user@console.example.com',
    'ftp://console.example.com',
    'null',
    '*',
  ])('knows that %s is no origin', (origin) => {
    const problem = 'CORS_ORIGINS must be a comma list of origins, as in https://console.example.com, without a path';
    expect(problems({ CORS_ORIGINS: `http://localhost:5173,${origin}` })).toEqual([problem]);
  });

  it.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/0', '10.0.0.1/', '::1/129', '10.0.0.0/8/8', '1.2.3'])(
    'refuses the proxy %s, which the server could not tell from others',
    (proxy) => {
      const problem = 'TRUSTED_PROXIES must be a comma list of IP addresses and CIDR ranges';
      expect(problems({ TRUSTED_PROXIES: proxy })).toEqual([problem]);
    },
  );

  it('refuses a database address that is no URL, without repeating its password', () => {
    const [problem, ...others] = problems({ DATABASE_URL: 'postgresql://atrium:sec/ret@db:port/atrium' });
    expect(others).toEqual([]);
    expect(problem).toMatch(/^DATABASE_URL must be a URL/);
    expect(problem).not.toContain('sec/ret');
  });
});

describe('A further URL of the database', () => {
  const DATABASE_URL = 'postgresql://a';

  it.each([
    ['a replica of the embedded database', { DATABASE_REPLICA_URL: 'postgresql://b' }, /^DATABASE_REPLICA_URL needs/],
    ['a way to the embedded database', { DATABASE_DIRECT_URL: 'postgresql://b' }, /^DATABASE_DIRECT_URL needs/],
    ['another protocol', { DATABASE_URL, DATABASE_REPLICA_URL: 'http://b' }, /must start with/],
    [
      'an unreadable replica',
      { DATABASE_URL, DATABASE_REPLICA_URL: 'postgres://b:c/' },
      /^DATABASE_REPLICA_URL must be/,
    ],
    ['an unreadable way', { DATABASE_URL, DATABASE_DIRECT_URL: 'postgres://b:c/' }, /^DATABASE_DIRECT_URL must be/],
  ])('is refused: %s', (_, variables, problem) => {
    expect(problems(variables)).toEqual([expect.stringMatching(problem)]);
  });
});

describe('The data folder', () => {
  const file = (): string => join(dataDir, 'file');

  it.each([
    ['a folder below a file', () => join(file(), 'data')],
    ['a file', file],
    ['a folder that the system does not create', () => '/proc/atrium/data'],
  ])('is refused if it cannot be written: %s', (_, place) => {
    writeFileSync(file(), '');
    expect(problems({ DATA_DIR: place() })).toEqual([expect.stringMatching(/^DATA_DIR cannot be written: E/)]);
  });

  it('is not created if nothing is written to it', () => {
    const elsewhere = {
      DATABASE_URL: 'postgresql://localhost/atrium',
      MAIL_URL: 'smtp://localhost',
      STORAGE_URL: 's3://bucket',
    };
    expect(problems({ ...elsewhere, ...SECRETS, DATA_DIR: '/proc/atrium' })).toEqual([]);
  });
});

describe('The warnings at the start', () => {
  const production = { NODE_ENV: 'production', ...SECRETS };

  it('name all that a production lacks', () => {
    expect(startWarnings(read({ ...production, INSTANCES: '2' }))).toEqual([
      'Links lead to this machine: PUBLIC_URL is http://localhost:3000.',
      'The database is embedded in this process: DATABASE_URL is not set.',
      `Mails are not sent but written to ${dataDir}/mail: MAIL_URL is not set.`,
      'Each of the 2 instances counts limits by itself: REDIS_URL is not set.',
    ]);
  });

  it('are none if nothing is lacking, and none outside of production', () => {
    const complete = {
      PUBLIC_URL: 'https://atrium.example',
      DATABASE_URL: 'postgresql://localhost/atrium',
      MAIL_URL: 'smtp://localhost',
      INSTANCES: '2',
      REDIS_URL: 'redis://localhost',
    };
    expect(startWarnings(read({ ...production, ...complete }))).toEqual([]);
    expect(startWarnings(read({ INSTANCES: '2' }))).toEqual([]);
  });
});

describe('A place to listen on', () => {
  it('that cannot be used is refused with the name of its variable', async () => {
    const port = await freePort('127.0.0.1');
    const [first, second] = [createServer(), createServer()];
    await listen(first, { port, host: '127.0.0.1' });
    await expect(listen(second, { port, host: '127.0.0.1' })).rejects.toMatchObject({
      problems: [`PORT ${String(port)} is in use by another process`],
    });
    await expect(listen(second, { port, host: '192.0.2.1' })).rejects.toMatchObject({
      problems: ['HOST 192.0.2.1 is not an address of this machine'],
    });
    first.close();
  });
});

describe('In production', () => {
  it('the secrets must be given', () => {
    expect(problems({ NODE_ENV: 'production' })).toEqual(['ENCRYPTION_KEY is required', 'JWT_SECRET is required']);
    expect(problems({ NODE_ENV: 'production', JWT_SECRET })).toEqual(['ENCRYPTION_KEY is required']);
    expect(problems({ NODE_ENV: 'production', ...SECRETS })).toEqual([]);
  });

  it('no secret is ever written to a file', () => {
    read({ NODE_ENV: 'production', ...SECRETS });
    expect(problems({ NODE_ENV: 'production' })).toHaveLength(2);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('there is no demo, and asking for it is an error', () => {
    const production = { NODE_ENV: 'production', ...SECRETS };
    expect(read(production).demo).toBe(false);
    expect(read({ ...production, DEMO: 'false' }).demo).toBe(false);
    expect(problems({ ...production, DEMO: 'true' })).toEqual(['DEMO must not be true when NODE_ENV is production']);
  });
});

describe('The demo', () => {
  const DATABASE_URL = 'postgresql://localhost/atrium';

  it('is wanted on the embedded database, and elsewhere only when asked for', () => {
    expect(read().demo).toBe(true);
    expect(read({ NODE_ENV: 'test' }).demo).toBe(true);
    expect(read({ DATABASE_URL }).demo).toBe(false);
    expect(read({ DATABASE_URL, DEMO: 'true' }).demo).toBe(true);
    expect(read({ DEMO: 'false' }).demo).toBe(false);
  });
});

describe('The secrets that are not configured', () => {
  const file = (): string => join(dataDir, 'secrets.json');

  it('are created once and stored where only their owner reads them', () => {
    const { secrets } = read();
    const [jwtSecret, encryptionKey] = [secrets.jwtSecrets[0], secrets.encryptionKeys[0]];
    expect(jwtSecret).toMatch(/^[\w-]{43}$/);
    expect(Buffer.from(encryptionKey, 'base64')).toHaveLength(32);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ jwtSecret, encryptionKey });
    expect(readdirSync(dataDir)).toEqual(['secrets.json']);
    expect(read().secrets).toEqual(secrets);
  });

  it('are others in another folder', () => {
    expect(read().secrets).not.toEqual(read({ DATA_DIR: join(dataDir, 'other') }).secrets);
    expect(statSync(join(dataDir, 'other')).mode & 0o777).toBe(0o700);
  });

  it('are only those: what is given comes first', () => {
    const kept = read().secrets;
    expect(read({ JWT_SECRET }).secrets).toEqual({ ...kept, jwtSecrets: [JWT_SECRET] });
    expect(read({ ENCRYPTION_KEY }).secrets).toEqual({ ...kept, encryptionKeys: [ENCRYPTION_KEY] });
  });

  it('are not made when the configuration cannot be used, or gives them', () => {
    expect(problems({ PORT: 'x' })).not.toEqual([]);
    read(SECRETS);
    expect(existsSync(file())).toBe(false);
  });
});
