import type { Type } from '@nestjs/common';
import { ProblemDto } from '../openapi/problem.dto.js';
import type { Problem } from './problem.js';
import { type Occasion, renderProblem } from './render.js';

/** How a contract writes errors. */
export interface ErrorFormat {
  readonly mediaType: string;
  /** The schema of the OpenAPI document. */
  readonly schema: Type;
  readonly render: (problem: Problem, occasion: Occasion) => object;
}

/** RFC 9457. */
export const PROBLEM_DETAILS: ErrorFormat = {
  mediaType: 'application/problem+json',
  schema: ProblemDto,
  render: renderProblem,
};

/** A part of the API that has an error format. */
interface Part {
  /** The beginning of its paths, without slashes around it. */
  readonly prefix: string;
  readonly errors: ErrorFormat;
}

/** Knows the error format of every path: that of the part with the longest prefix, else {@link PROBLEM_DETAILS}. */
export class ErrorFormats {
  private readonly parts: readonly Part[];

  constructor(parts: readonly Part[]) {
    this.parts = [...parts].sort((a, b) => b.prefix.length - a.prefix.length);
  }

  /** Every format, once. */
  get all(): readonly ErrorFormat[] {
    return [...new Set([PROBLEM_DETAILS, ...this.parts.map(({ errors }) => errors)])];
  }

  /** @param path of a request or of the OpenAPI document, for example `/api/v1/app/project` */
  of(path: string): ErrorFormat {
    return this.parts.find(({ prefix }) => `${path}/`.startsWith(`/${prefix}/`))?.errors ?? PROBLEM_DETAILS;
  }
}
