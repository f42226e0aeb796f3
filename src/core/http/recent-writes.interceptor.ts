import { AsyncResource } from 'node:async_hooks';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { Request } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { RecentWrites } from '../prisma/recent-writes.js';

/** The methods that change nothing (RFC 9110, section 9.2.1). */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Records the caller of a request that may have changed something, before it is answered. Only needed beside a replica. */
@Injectable()
export class RecentWritesInterceptor implements NestInterceptor {
  constructor(private readonly writes: RecentWrites) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (SAFE.has(context.switchToHttp().getRequest<Request>().method)) {
      return next.handle();
    }
    return from(this.recorded(lastValueFrom(next.handle(), { defaultValue: undefined })));
  }

  /** A refused request, or one whose commit was not confirmed, may have changed something as well. */
  private async recorded(answer: Promise<unknown>): Promise<unknown> {
    try {
      const value = await answer;
      if (value instanceof StreamableFile) {
        // An import goes on while its report is read.
        value.getStream().once(
          'close',
          AsyncResource.bind(() => void this.writes.add()),
        );
      }
      return value;
    } finally {
      await this.writes.add();
    }
  }
}
