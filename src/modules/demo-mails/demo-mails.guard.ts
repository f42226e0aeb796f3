import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { isFromThisMachine } from '../../core/http/this-machine.js';
import { NotFound } from '../../core/problems/common.problems.js';
import { Problem } from '../../core/problems/problem.js';
import { DemoMailsService } from './demo-mails.service.js';

/** Lets only a program of this machine read the mails of a demo. For all others, there is no such page. */
@Injectable()
export class DemoMailsGuard implements CanActivate {
  constructor(private readonly mails: DemoMailsService) {}

  /** @throws Problem `not_found` */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (!this.mails.isOpen || !isFromThisMachine(request)) {
      throw new Problem(NotFound);
    }
    return true;
  }
}
