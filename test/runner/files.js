import { EventEmitter } from 'node:events';

/** Tells when this process begins a file of tests, and when it has done it: `begin` and `end`. */
export const files = new EventEmitter();
