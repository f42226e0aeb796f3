/** Letters of the Latin script that no normalization takes apart, in small letters, and what they are in ASCII (CLDR, Latin-ASCII). */
const SINGLE = [
  'øðđħıĸłŋŧƀɓƃƈɖɗɛƒɠɨƙƚɲƞƥƫƭʈʋƴƶǥȡȥȴȵȶȷⱥȼⱦȿɀʉɇɉɍɏɟɦɫɱɳɽʂəǝɔɣɩʊʌɵʒʃɑ',
  'oddhiqlntbbbcddefgiklnnptttvyzgdzlntjactszuejryjhlmnrseeogiuvozsa',
] as const;

const SEVERAL = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ƕ: 'hv', ƣ: 'oi', ȸ: 'db', ȹ: 'qp', ꜳ: 'aa', ꝏ: 'oo' } as const;

/** The letters, each with its letters of ASCII. The function `search_form` of the database has the same. */
export const LATIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ...Array.from(SINGLE[0], (letter, i): [string, string] => [letter, SINGLE[1].charAt(i)]),
  ...Object.entries(SEVERAL),
]);
