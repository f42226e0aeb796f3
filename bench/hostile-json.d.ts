export const HOSTILE_BODIES: readonly [name: string, code: string, body: () => string][];
export const HOSTILE_TEXTS: readonly string[];
