/** The schema of bytes that are not text, as generators of clients know it. */
export const BINARY = { type: 'string', format: 'binary' } as const;
