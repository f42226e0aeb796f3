import { writtenTests } from '../support/source/tests.js';

/** Pronouns without a noun, and words that a reader has to look up: a title names the user, the caller or the member. */
const UNCLEAR = /\b(who|whoever|whom|nobody|somebody|anybody|everybody|anew|he|his|him|himself)\b/i;

const titles = writtenTests().map(({ file, title }) => `${file}: ${title}`);

describe('The titles of the tests', () => {
  it('name their subjects', () => {
    expect(titles.filter((title) => UNCLEAR.test(title))).toEqual([]);
  });

  it('have no number of a statement, which covers() names', () => {
    expect(titles.filter((title) => /#\d/.test(title))).toEqual([]);
  });
});
