import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import {
  ApiBody,
  type ApiBodyOptions,
  ApiConsumes,
  ApiOperation,
  ApiParam,
  type ApiParamOptions,
  ApiResponse,
  type ApiResponseOptions,
} from '@nestjs/swagger';
import type { ProblemType } from '../problems/problem.js';
import { Problems } from './route-extensions.js';

type Schema = Extract<ApiBodyOptions, { schema: unknown }>['schema'];
type Dto = Type | [Type];

/** A success: its status and its description in the OpenAPI document. */
export type Answer = ApiResponseOptions & { readonly status: number };

/** An answer's description, or more of it. */
type Details = string | ApiResponseOptions;

/** The description of an operation in the OpenAPI document. */
export interface OperationOptions {
  /** Unique in the document; the method's name in generated clients. */
  readonly id: string;
  /** A few words, in the imperative. */
  readonly summary: string;
  readonly description?: string;
  /** The DTO of a success with 200, or one answer or several. The first one's status is the default of the route. */
  readonly returns: Dto | Answer | readonly Answer[];
  readonly params?: readonly ApiParamOptions[];
  /** The problems that the route may answer with, beside those of its access and its input. */
  readonly problems?: readonly ProblemType[];
}

/**
 * Documents a route.
 *
 * @example
 * ```ts
 * @Operation({ id: 'createTeam', summary: 'Create a team', returns: created(TeamDto), problems: [TeamNameTaken] })
 * ```
 */
export function Operation({ id, summary, description, returns, params, problems }: OperationOptions): MethodDecorator {
  const answers = answersOf(returns);
  return applyDecorators(
    ApiOperation({ operationId: id, summary, description }),
    ...answers.slice(0, 1).map(({ status }) => HttpCode(status)),
    ...answers.map((answer) => ApiResponse(answer)),
    ...(params ?? []).map((param) => ApiParam(param)),
    Problems(...(problems ?? [])),
  );
}

/** 200. */
export const ok = (type?: Dto, details: Details = {}): Answer => answer(200, details, type);

/** 201. */
export const created = (type: Dto, details: Details = {}): Answer => answer(201, details, type);

/** 202. */
export const accepted = (type?: Dto, details: Details = {}): Answer => answer(202, details, type);

/** 204: a success without content. */
export const noContent = (details: Details = {}): Answer => answer(204, details);

/** Documents a body that the route takes in several types: the schema of each. */
export function Bodies(schemas: Readonly<Record<string, Schema>>): MethodDecorator {
  return applyDecorators(
    ApiConsumes(...Object.keys(schemas)),
    ApiBody({ required: true, schema: { oneOf: Object.values(schemas) } }),
  );
}

function answer(status: number, details: Details, type?: Dto): Answer {
  const options = typeof details === 'string' ? { description: details } : details;
  return { ...options, ...(type && { type }), status };
}

function answersOf(returns: OperationOptions['returns']): readonly Answer[] {
  if (typeof returns === 'function' || (Array.isArray(returns) && typeof returns[0] === 'function')) {
    return [ok(returns as Dto)];
  }
  return (Array.isArray(returns) ? returns : [returns]) as readonly Answer[];
}
