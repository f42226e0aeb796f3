import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { UnsupportedMediaType } from '../problems/common.problems.js';
import { Problem } from '../problems/problem.js';

/** Where `@ApiConsumes` keeps the types a route takes instead of JSON. */
const CONSUMES = 'swagger/apiConsumes';

const JSON_TYPES = ['application/json', 'application/*+json'];

/** Refuses a body whose type the route does not take, so that no route mistakes an unread body for an empty one. */
@Injectable()
export class ContentTypeGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (!hasBody(request)) {
      return true;
    }
    const taken = Reflect.getMetadata(CONSUMES, context.getHandler()) as string[] | undefined;
    if (!request.is(taken ?? JSON_TYPES)) {
      throw new Problem(UnsupportedMediaType);
    }
    return true;
  }
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
