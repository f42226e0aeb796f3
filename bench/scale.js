// Measures the first page of a list in a small and in a large organization, and shows how PostgreSQL finds it.
import { parseArgs } from 'node:util';
import pg from 'pg';
import { withClient, withDatabase } from './database.js';
import { compare } from './load.js';
import { seed } from './seed.js';
import { jwtSecret, startAtrium } from './servers.js';

const CONNECTIONS = 32;
const PAGE_SIZE = 20;
const SMALL = 1000;

/** Atrium's own statement, taken from the build: the name is put together, as before a build there is no such file. */
const QUERIES = new URL('../dist/modules/users/members.queries.js', import.meta.url);

function measure(origin, organizations, seconds) {
  const contestants = organizations.map(({ slug, signedIn }) => ({
    origin,
    requests: signedIn.map(({ token }) => ({
      path: `/api/v1/app/user?page=1&page_size=${PAGE_SIZE}`,
      headers: { authorization: `Bearer ${token}`, 'x-org': slug },
    })),
  }));
  return compare(contestants, { connections: CONNECTIONS, seconds });
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
    const results = await measure(atrium.origin, organizations, seconds);
    await atrium.stop();
    for (const [index, { id }] of organizations.entries()) {
      const { rate, p99 } = results[index];
      console.log(`\n${sizes[index]} members: page 1 at ${Math.round(rate)} requests/s, p99 ${p99} ms\n`);
      console.log(await explain(client, id));
    }
    console.log(`\nratio: ${(results[0].rate / results[1].rate).toFixed(2)} (target: at most 1.3)`);
  });
}

const { values } = parseArgs({
  options: { members: { type: 'string', default: '1000000' }, seconds: { type: 'string', default: '4' } },
});
await withDatabase((url) => run(url, { members: Number(values.members), seconds: Number(values.seconds) }));
