export { type Atrium, type AtriumOptions, createAtrium, type Setting } from './atrium.js';
export type { Call, CallOptions, Calls, Input, Method, Output, PathOf } from './calls.js';
export type { ItemOf, Lister, Listing, ListParameters, ListPath } from './listing.js';
export { AtriumProblem } from './problem.js';
export type { Progress } from './progress.js';
export type * from './schema.js';
