// Puts load on a server and reads what came of it.
import autocannon from 'autocannon';

export const ROUNDS = 3;
const WARM_UP_SECONDS = 1;

/** @typedef {import('./seed.js').SignedIn} SignedIn */
/**
 * @typedef {object} Request
 * @property {string} [method]
 * @property {string} path
 * @property {Record<string, string>} [headers]
 * @property {string} [body]
 * @property {(request: Request) => Request} [setupRequest] makes it anew each time it is sent
 */
/** @typedef {{rate: number, p99: number}} Result requests a second, and the milliseconds within which 99 % were answered */

/**
 * Requests as fast as they are answered, for `seconds`, each connection going through all who are signed in.
 *
 * @param {string} origin
 * @param {Request[]} requests
 * @param {{connections: number, seconds: number}} options
 * @returns {Promise<Result>}
 * @throws Error when one request was not answered with success
 */
async function load(origin, requests, { connections, seconds }) {
  let clients = 0;
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    // Each connection begins with another caller, or all would ask for the same rows at a time.
    setupClient: (client) => client.setRequests(rotate(requests, clients++ % requests.length)),
  });
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0 || result['2xx'] === 0) {
    throw new Error(`${failed} of ${result.requests.total} requests failed: ${requests[0].path}`);
  }
  return { rate: result['2xx'] / result.duration, p99: result.latency.p99 };
}

function rotate(list, by) {
  return [...list.slice(by), ...list.slice(0, by)];
}

/**
 * Puts load on several in turn, so that whatever else the machine does strikes all of them alike.
 *
 * @param {{origin: string, requests: Request[]}[]} contestants
 * @param {{connections: number, seconds: number}} options
 * @returns {Promise<Result[]>} of each, the median of the rounds
 */
export async function compare(contestants, { connections, seconds }) {
  for (const { origin, requests } of contestants) {
    await load(origin, requests, { connections, seconds: WARM_UP_SECONDS });
  }
  const results = contestants.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, { origin, requests }] of contestants.entries()) {
      results[index].push(await load(origin, requests, { connections, seconds }));
    }
  }
  return results.map(medianOf);
}

/** The median of each column. */
function medianOf(results) {
  return { rate: median(results.map(({ rate }) => rate)), p99: median(results.map(({ p99 }) => p99)) };
}

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
