import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { UnsupportedMediaType } from '../problems/common.problems.js';
import { Problem } from '../problems/problem.js';
import { hasBody, isJson } from './body.js';

/** Where `@ApiConsumes` keeps the types a route takes; a route without it takes JSON. */
const CONSUMES = 'swagger/apiConsumes';
const JSON_TYPE = 'application/json';

/** Refuses a body whose type the route does not take, so that no route mistakes an unread body for an empty one. */
@Injectable()
export class ContentTypeGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (hasBody(request) && !takes(context.getHandler(), request)) {
      throw new Problem(UnsupportedMediaType);
    }
    return true;
  }
}

function takes(handler: object, request: Request): boolean {
  const types = (Reflect.getMetadata(CONSUMES, handler) as string[] | undefined) ?? [JSON_TYPE];
  return (types.includes(JSON_TYPE) && isJson(request)) || Boolean(request.is(types));
}
