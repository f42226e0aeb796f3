import { slugOf } from '../../src/core/validation/slugs.js';

describe('A slug', () => {
  it.each([
    ['Łódź Works', 'lodz-works'],
    ['Øresund', 'oresund'],
    ['Straße Nord', 'strasse-nord'],
    ['STRAẞE', 'strasse'],
    ['Ħamrun', 'hamrun'],
    ['Þórshöfn', 'thorshofn'],
    ['Garðabær', 'gardabaer'],
    ['Œuvre', 'oeuvre'],
    ['Đà Nẵng', 'da-nang'],
    ['Ŧørshavn', 'torshavn'],
    ['Işıl İstanbul', 'isil-istanbul'],
    ['Ŋala', 'nala'],
    ['Əliyev', 'eliyev'],
    ['Ɓéɗé Ƙano', 'bede-kano'],
    ['Ɔkɛ', 'oke'],
    ['Ǽrø', 'aero'],
    ['ﬁne Ｗide', 'fine-wide'],
    ['Ǆungla', 'dzungla'],
    ['Zoe\u0308', 'zoe'],
    ['Soft\u00ADware', 'software'],
    ['Zero\u200BWidth', 'zerowidth'],
    ['№ 5', 'no-5'],
    ['Çelik & Söhne', 'celik-sohne'],
    ['O’Brien', 'o-brien'],
    ['日本', ''],
    ['ß', 'ss'],
    ['ø', ''],
  ])('of %s is %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('has at most 48 characters, whatever letters become two', () => {
    expect(slugOf('ß'.repeat(200))).toBe('s'.repeat(48));
    expect(slugOf(`${'a'.repeat(47)} b`)).toBe('a'.repeat(47));
  });
});
