import { seenOf } from '../../core/validation/invisible.js';

/** Letters and digits that readers confuse with the Latin letters in the names of built-in roles (after UTS 39, section 4). */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'аАαΑɑᴀᎪ',
    // NFKC replaces the lunate sigma, which looks like c, with the other two forms.
    c: 'сСϲϹςΣᴄᏟ',
    d: 'ԁԀᴅᎠ',
    e: 'еЕεΕєҽᴇᎬ',
    g: 'ɡցԍԌɢᏀ',
    h: 'һҺнНΗհʜᎻ',
    i: 'іІιΙıİӏӀɪᎥl1|',
    m: 'мМΜᴍᎷ',
    n: 'пηΝոռɴ',
    o: 'оОοΟσօՕᴏ0',
    r: 'гʀᎡ',
    t: 'тТτΤᴛᎢ',
    z: 'ΖᴢᏃ',
  }).flatMap(([latin, others]) => Array.from(others, (other) => [other, latin] as const)),
);

/** The built-in roles reserve names that look like this. */
const BUILT_IN = new Set(['OrganizationAdmin', 'Manager', 'Coach', 'Teacher'].map(look));

/** Whether a reader could take a name for that of a built-in role. */
export function looksBuiltIn(name: string): boolean {
  return BUILT_IN.has(look(name));
}

function look(name: string): string {
  const letters = Array.from(seenOf(name.normalize('NFKC')), (letter) => LOOK_ALIKES.get(letter) ?? letter);
  return letters.join('').toLowerCase().replaceAll('rn', 'm');
}
