import { listed } from './listed.js';

/** The variables that are secrets. */
interface SecretVariables {
  readonly NODE_ENV: string;
  readonly JWT_SECRET: string | undefined;
  readonly ENCRYPTION_KEY: string | undefined;
  readonly ROOT_KEY: string | undefined;
}

/** Characters of a secret that is text. */
const SHORTEST_SECRET = 32;

/**
 * Different characters or bytes of a secret, at least. Of 32 random hexadecimal digits, one in 20 million has fewer; zeros and a
 * repeated character have one.
 */
const FEWEST_DIFFERENT = 8;

/** @returns what is wrong with the secrets, a line for each, without the secrets */
export function secretProblems({ NODE_ENV, JWT_SECRET, ENCRYPTION_KEY, ROOT_KEY }: SecretVariables): string[] {
  const isRequired = NODE_ENV === 'production';
  return [
    ...problemsOf('JWT_SECRET', JWT_SECRET, isRequired, textProblem),
    ...problemsOf('ENCRYPTION_KEY', ENCRYPTION_KEY, isRequired, keyProblem),
    ...(ROOT_KEY === undefined ? [] : textProblem(ROOT_KEY)).map((problem) => `ROOT_KEY ${problem}`),
  ];
}

function problemsOf(
  name: string,
  list: string | undefined,
  isRequired: boolean,
  problemOf: (secret: string) => string[],
): string[] {
  if (list === undefined) {
    return isRequired ? [`${name} is required`] : [];
  }
  const secrets = listed(list);
  const problems = (secrets.length > 0 ? secrets : ['']).flatMap(problemOf);
  return [...new Set(problems)].map((problem) => `${name} ${problem}`);
}

function textProblem(secret: string): string[] {
  if (secret.length < SHORTEST_SECRET) {
    return [`must be longer than or equal to ${SHORTEST_SECRET} characters`];
  }
  return isWeak(Array.from(secret)) ? ['must be random: it has too few different characters'] : [];
}

function keyProblem(key: string): string[] {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(key)) {
    return ['must be 32 bytes in base64'];
  }
  return isWeak(Array.from(Buffer.from(key, 'base64'))) ? ['must be random: it has too few different bytes'] : [];
}

function isWeak(parts: readonly (string | number)[]): boolean {
  return new Set(parts).size < FEWEST_DIFFERENT;
}
