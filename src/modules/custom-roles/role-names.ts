import { seenOf } from '../../core/validation/invisible.js';

/** The built-in roles reserve names that look like this. */
const BUILT_IN = new Set(['OrganizationAdmin', 'Manager', 'Coach', 'Teacher'].map(look));

/** Whether a reader could take a name for that of a built-in role. */
export function looksBuiltIn(name: string): boolean {
  return BUILT_IN.has(look(name));
}

function look(name: string): string {
  return seenOf(name.normalize('NFKC')).toLowerCase();
}
