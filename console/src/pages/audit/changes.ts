/** A value that was recorded with an event. */
export type RecordedChange =
  | { readonly kind: 'change'; readonly name: string; readonly before: unknown; readonly after: unknown }
  | { readonly kind: 'value'; readonly name: string; readonly value: unknown };

/** What an event recorded, value by value. Objects in objects, such as settings, are compared key by key. */
export function recordedChanges(changes: Readonly<Record<string, unknown>>): RecordedChange[] {
  return Object.entries(changes).flatMap(([name, value]) =>
    isPair(value) ? differences(name, value.before, value.after) : [{ kind: 'value' as const, name, value }],
  );
}

/** A value as text. Undefined: there is none. */
export function textOfValue(value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') {
    return undefined;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function differences(name: string, before: unknown, after: unknown): RecordedChange[] {
  if (!isObject(before) || !isObject(after)) {
    return [{ kind: 'change', name, before, after }];
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .flatMap((key) => differences(`${name}.${key}`, before[key], after[key]));
}

function isPair(value: unknown): value is { readonly before?: unknown; readonly after?: unknown } {
  return isObject(value) && ('before' in value || 'after' in value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
