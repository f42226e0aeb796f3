import { readdirSync, readFileSync } from 'node:fs';

/** The demo is made before there is a reader of an audit log. */
const WRITERS = [
  'modules/demo/demo.crowd.ts',
  'modules/demo/demo.seed.ts',
  'modules/memberships/membership-writer.service.ts',
];

it('creates, changes and removes memberships in one service', () => {
  const writing = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('/generated/'))
    .filter((name) =>
      /\.membership\.(create|update|upsert|delete)|(INSERT INTO|UPDATE|DELETE FROM) "Membership"/.test(
        readFileSync(`src/${name}`, 'utf8'),
      ),
    );
  expect(writing.sort()).toEqual(WRITERS);
});
