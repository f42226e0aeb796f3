/** Words that stand, or may come to stand, where a slug stands in a path. */
const RESERVED = new Set(
  'account admin api app assets auth avatars docs health invitations login logout logos me my new openapi org organization organizations orgs problems root security settings signup static status support system user users www'.split(
    ' ',
  ),
);

const FORMAT = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SHORTEST = 2;
const LONGEST = 48;

/** Whether an organization may be called that in URLs: 2 to 48 of a–z, 0–9 and single hyphens inside, not reserved. */
function isSlug(text: string): boolean {
  return text.length >= SHORTEST && text.length <= LONGEST && FORMAT.test(text) && !RESERVED.has(text);
}

/** A slug made of a name: `Çelik & Söhne` becomes `celik-sohne`. Names of other scripts may leave nothing. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return isSlug(slug) ? slug : '';
}
