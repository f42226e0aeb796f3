import type { EventEmitter } from 'node:events';

export const files: EventEmitter<{ begin: []; end: [] }>;
