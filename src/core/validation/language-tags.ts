/** Characters of a language tag that are looked at: the time it takes to read one grows with the square of its length. */
const LONGEST_TAG = 255;

/** Well-formed tags that ECMA-402 leaves out: private ones, and those registered before today's syntax (RFC 5646, section 2.1). */
const PRIVATE_TAG = /^x(?:-[a-z0-9]{1,8})+$/i;
const IRREGULAR_TAG =
  /^(?:en-gb-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)|sgn-(?:be-fr|be-nl|ch-de)|zh-min)$/i;

/** Tags registered before today's syntax that it would read as something else, with what the registry prefers to them. */
const REPLACED: ReadonlyMap<string, string> = new Map([
  ['no-bok', 'nb'],
  ['no-nyn', 'nn'],
  ['zh-min-nan', 'nan'],
]);

/** The extended languages of the IANA registry (2026) by the language that must precede them. */
const EXTENDED_LANGUAGES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    ar: 'aao abh abv acm acq acw acx acy adf aeb aec afb ajp apc apd arb arq ars ary arz auz avl ayh ayl ayn ayp bbz pga shu ssh',
    sgn: 'ads aed aen afg ajs ase asf asp asq asw bfi bfk bog bqn bqy bvl bzs cds csc csd cse csf csg csl csn csq csr csx doq dse dsl dsz ecs ehs esl esn eso eth fcs fse fsl fss gds gse gsg gsm gss gus hab haf hds hks hos hps hsh hsl icl iks ils inl ins ise isg isr jcs jhs jks jls jos jsl jus kgi kvk lbs lgs lls lsb lsc lsg lsl lsn lso lsp lst lsv lsw lsy lws mdl mfs mre msd msr mzc mzg mzy nbs ncs nsi nsl nsp nsr nzs okl pgz pks prl prz psc psd psg psl pso psp psr pys rib rms rnb rsi rsl rsm rsn sdl sfb sfs sgg sgx slf sls sqk sqs sqx ssp ssr svk swl syy szs tse tsm tsq tss tsy tza ugn ugy ukl uks vgt vsi vsl vsv wbs xki xml xms yds ygs yhs ysl ysm zib zsl',
    ms: 'bjn btj bve bvu coa dup hji jak jax kvb kvr kxd lce lcf liw max meo mfa mfb min mqg msi mui orn ors pel pse tmw urk vkk vkt xmm zlm zmi zsm',
    zh: 'cdo cjy cmn cnp cpx csp czh czo gan hak hnm hsn luh lzh mnp nan sjc wuu yue',
    kok: 'gom knn',
    lv: 'ltg lvs',
    sw: 'swc swh',
    uz: 'uzn uzs',
  }).map(([language, extended]) => [language, new Set(extended.split(' '))]),
);

/** Knows the languages of two letters, all of which CLDR names. Of the 8,000 with three letters, it names some hundreds. */
const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The canonical form of a language tag (BCP 47), or undefined when it is none. */
export function canonicalLocale(value: unknown): string | undefined {
  const tag = typeof value === 'string' ? value.trim() : '';
  if (tag.length > LONGEST_TAG) {
    return undefined;
  }
  if (PRIVATE_TAG.test(tag) || IRREGULAR_TAG.test(tag)) {
    return tag.toLowerCase();
  }
  return canonicalLanguage(REPLACED.get(tag.toLowerCase()) ?? tag) ?? canonicalLanguage(withoutPrefix(tag));
}

/** The same, for tags that name a language the way ECMA-402 knows it. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    const canonical = Intl.getCanonicalLocales(tag)[0];
    return canonical !== undefined && isLanguage(canonical.split('-', 1)[0] ?? '') ? canonical : undefined;
  } catch {
    return undefined;
  }
}

/** No language is registered with more than three letters: `polish` is a word. Country codes such as `ua` and `cz` are none either. */
function isLanguage(subtag: string): boolean {
  return subtag.length === 3 || (subtag.length === 2 && NAMES.of(subtag) !== undefined);
}

/** An extended language is written without the language it belongs to (RFC 5646, section 4.5). Other three letters are none. */
function withoutPrefix(tag: string): string {
  const [language = '', extended = ''] = tag.toLowerCase().split('-', 2);
  return EXTENDED_LANGUAGES.get(language)?.has(extended) ? tag.slice(language.length + 1) : tag;
}
