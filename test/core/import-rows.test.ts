import { csvRows } from '../../src/modules/users/imports/import-csv.js';
import type { ImportRow } from '../../src/modules/users/imports/import-row.js';
import { ndjsonRows } from '../../src/modules/users/imports/import-ndjson.js';

it.each<[string, (bytes: AsyncIterable<Buffer>) => AsyncGenerator<ImportRow>, string]>([
  ['CSV', csvRows, 'email\nnoa@example.com\n'],
  ['NDJSON', ndjsonRows, '{"email":"noa@example.com"}\n'],
])('a reader of %s that takes no more rows ends the reading of the body', async (_, rowsOf, text) => {
  let isEnded = false;
  async function* endless(): AsyncGenerator<Buffer> {
    try {
      for (;;) {
        yield await Promise.resolve(Buffer.from(text));
      }
    } finally {
      isEnded = true;
    }
  }
  const rows = rowsOf(endless());
  await rows.next();
  await rows.return(undefined);
  expect(isEnded).toBe(true);
});
