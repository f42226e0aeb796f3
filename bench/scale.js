// Measures the first page of a list, and a search, in a small and in a large organization, and shows how PostgreSQL finds them.
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
const QUERIES = new URL('../dist/modules/users/members/members.queries.js', import.meta.url);

/** What is measured: the name of its line, what the request asks for, and the statement behind it. */
const LINES = [
  ['page 1', '', ({ memberPage }, filter) => memberPage(filter, PAGE_SIZE, 0)],
  ['search for one', 'member-777@', ({ membersFound }, filter) => membersFound(filter, PAGE_SIZE + 1, 0)],
];

function measure(origin, organizations, search, seconds) {
  const contestants = organizations.map(({ slug, signedIn }) => ({
    origin,
    requests: signedIn.map(({ token }) => ({
      path: `/api/v1/app/user?page=1&page_size=${PAGE_SIZE}&q=${encodeURIComponent(search)}`,
      headers: { authorization: `Bearer ${token}`, 'x-org': slug },
    })),
  }));
  return compare(contestants, { connections: CONNECTIONS, seconds });
}

/** The plan of the statement, for these values, as the server has it. */
async function explain(client, { text, values }) {
  await client.query('SET plan_cache_mode = force_custom_plan');
  await client.query(`PREPARE page AS ${text}`);
  const literals = values.map((value) => pg.escapeLiteral(String(value))).join(', ');
  const { rows } = await client.query(`EXPLAIN (ANALYZE, BUFFERS) EXECUTE page(${literals})`);
  await client.query('DEALLOCATE page');
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

async function seedBoth(client, sizes) {
  const organizations = [];
  for (const [number, size] of sizes.entries()) {
    organizations.push(await seed(client, { number, members: size, jwtSecret }));
  }
  return organizations;
}

async function run(url, { members, seconds }) {
  // The first start migrates the empty database.
  await (await startAtrium(url)).stop();
  const queries = await import(QUERIES.href);
  await withClient(url, async (client) => {
    const sizes = [SMALL, members];
    const organizations = await seedBoth(client, sizes);
    const atrium = await startAtrium(url);
    for (const [name, search, statement] of LINES) {
      const results = await measure(atrium.origin, organizations, search, seconds);
      for (const [index, { id }] of organizations.entries()) {
        const { rate, p99 } = results[index];
        console.log(`\n${name} of ${sizes[index]} members: ${Math.round(rate)} requests/s, p99 ${p99} ms\n`);
        console.log(await explain(client, statement(queries, { organizationId: id, states: [], search })));
      }
      console.log(`\n${name}, ratio: ${(results[0].rate / results[1].rate).toFixed(2)} (target: at most 1.3)`);
    }
    await atrium.stop();
  });
}

const { values } = parseArgs({
  options: { members: { type: 'string', default: '1000000' }, seconds: { type: 'string', default: '4' } },
});
await withDatabase((url) => run(url, { members: Number(values.members), seconds: Number(values.seconds) }));
