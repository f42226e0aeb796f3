import type { OpenAPIObject } from '@nestjs/swagger';
import type { PERMISSION, PROBLEMS } from './route-extensions.js';

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

/** An operation of the document that is being built, with what the decorators of its route know. */
export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & {
  [PROBLEMS]?: string[];
  [PERMISSION]?: string[];
};
