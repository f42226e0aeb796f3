/**
 * Applies a JSON merge patch (RFC 7396, section 2): objects are merged key by key, `null` removes a key, and everything
 * else takes the place of what was there.
 */
export function mergePatch(target: unknown, patch: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      Reflect.deleteProperty(merged, key);
    } else {
      merged[key] = isObject(value) ? mergePatch(merged[key], value) : value;
    }
  }
  return merged;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
