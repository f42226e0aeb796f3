// Measures the first page of a list in a small and in a large organization, and shows how PostgreSQL finds it.
import { parseArgs } from 'node:util';
import pg from 'pg';
import { withClient, withDatabase } from './database.js';
import { load, medianOf } from './load.js';
import { seed } from './seed.js';
import { jwtSecret, startAtrium } from './servers.js';

const ROUNDS = 3;
const CONNECTIONS = 32;
const PAGE_SIZE = 20;
const SMALL = 1000;

/** Atrium's own statement, taken from the build: the name is put together, as before a build there is no such file. */
const QUERIES = new URL('../dist/modules/users/members.queries.js', import.meta.url);

async function measure(origin, organizations, seconds) {
  const results = organizations.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, { slug, signedIn }] of organizations.entries()) {
      const requests = signedIn.map(({ token }) => ({
        path: `/api/v1/app/user?page=1&page_size=${PAGE_SIZE}`,
        headers: { authorization: `Bearer ${token}`, 'x-org': slug },
      }));
      results[index].push(await load(origin, requests, { connections: CONNECTIONS, seconds }));
    }
  }
  return results.map(medianOf);
}

/** The plan of the page, as the server's prepared statement has it. */
async function explain(client, organizationId) {
  const { memberPage } = await import(QUERIES.href);
  const { text, values } = memberPage({ organizationId, states: [], search: '' }, PAGE_SIZE, 0);
  await client.query(`PREPARE page AS ${text}`);
  const literals = values.map((value) => pg.escapeLiteral(String(value))).join(', ');
  const { rows } = await client.query(`EXPLAIN (ANALYZE, BUFFERS) EXECUTE page(${literals})`);
  await client.query('DEALLOCATE page');
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

async function run(url, { members, seconds }) {
  // The first start migrates the empty database.
  await (await startAtrium(url)).stop();
  await withClient(url, async (client) => {
    const sizes = [SMALL, members];
    const organizations = [];
    for (const [number, size] of sizes.entries()) {
      organizations.push(await seed(client, { number, members: size, jwtSecret }));
    }
    const atrium = await startAtrium(url);
    try {
      const results = await measure(atrium.origin, organizations, seconds);
      results.forEach(({ rate, p99 }, index) => {
        console.log(`page 1 of ${sizes[index]} members: ${Math.round(rate)} requests/s, p99 ${p99} ms`);
      });
      console.log(`ratio: ${(results[0].rate / results[1].rate).toFixed(2)} (target: at most 1.3)`);
    } finally {
      await atrium.stop();
    }
    for (const [index, { id }] of organizations.entries()) {
      console.log(`\nThe page query in the organization of ${sizes[index]} members:\n\n${await explain(client, id)}`);
    }
  });
}

const { values } = parseArgs({
  options: { members: { type: 'string', default: '1000000' }, seconds: { type: 'string', default: '4' } },
});
await withDatabase((url) => run(url, { members: Number(values.members), seconds: Number(values.seconds) }));
