import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
  NotFoundException,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Application, Request, Response } from 'express';
import { Config } from '../config/config.js';
import { answerInLocale } from '../i18n/negotiation.js';
import { SavedLocale } from '../i18n/saved-locale.js';
import { describeFailure, isDatabaseUnavailable, violatedConstraint } from '../prisma/failures.js';
import {
  BadRequest,
  InternalError,
  MethodNotAllowed,
  NotFound,
  PayloadTooLarge,
  Unavailable,
  UnsupportedMediaType,
} from '../problems/common.problems.js';
import { ErrorFormats } from '../problems/error-format.js';
import { Problem, problemOfConstraint } from '../problems/problem.js';
import { ProblemObserver } from '../problems/problem-observer.js';
import { stopReading } from './end-connection.js';
import { unavailable } from './readiness.js';
import { currentContext, rememberCaller } from './request-context.js';
import { pathOf } from './request-path.js';
import { allowedMethods } from './routes.js';

/** Every 401 names the scheme that is asked for (RFC 9110, section 15.5.2), also where a password or a code is wrong. */
const CHALLENGE = { 'WWW-Authenticate': 'Bearer' };

/** Turns every error into a problem document. It is the only place that does so. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Error');

  constructor(
    private readonly config: Config,
    private readonly adapterHost: HttpAdapterHost,
    private readonly savedLocale: SavedLocale,
    private readonly observer: ProblemObserver,
    private readonly formats: ErrorFormats,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = this.toProblem(error, request);
    if (problem.type === InternalError) {
      this.logger.error(error);
    }
    this.observer.observe(problem, request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    this.answer(problem, request, response).catch((failure: unknown) => {
      this.logger.error(failure);
      response.destroy();
    });
  }

  private async answer(problem: Problem, request: Request, response: Response): Promise<void> {
    await this.meetCaller(problem, request);
    this.send(problem, request, response);
  }

  /**
   * Without a route, or with an unreadable body, the caller is not identified yet. The saved language of the caller
   * decides the language of the answer.
   */
  private async meetCaller({ type }: Problem, request: Request): Promise<void> {
    if (currentContext()?.savedLocale === undefined && type !== Unavailable) {
      rememberCaller({ locale: await this.savedLocale.of(request) });
    }
  }

  private send(problem: Problem, request: Request, response: Response): void {
    const context = {
      publicUrl: this.config.publicUrl,
      path: pathOf(request),
      requestId: currentContext()?.requestId ?? '',
      locale: answerInLocale(request, response),
    };
    response.set({ ...(problem.type.status === 401 && CHALLENGE), ...problem.occurrence.headers });
    response.setHeader('Cache-Control', 'no-store');
    const { mediaType, render } = this.formats.of(request.path);
    response
      .status(problem.type.status)
      .type(mediaType)
      .send(JSON.stringify(render(problem, context)));
    stopReading(request);
  }

  private toProblem(error: unknown, request: Request): Problem {
    if (error instanceof Problem) {
      return error;
    }
    if (error instanceof HttpException) {
      return error instanceof NotFoundException ? this.noRoute(request) : fromHttpException(error);
    }
    // Express cannot decode the path.
    return error instanceof URIError
      ? new Problem(BadRequest)
      : (this.fromDatabase(error) ?? new Problem(InternalError));
  }

  private fromDatabase(error: unknown): Problem | undefined {
    if (isDatabaseUnavailable(error)) {
      this.logger.warn(`The database cannot answer now: ${describeFailure(error)}`);
      return unavailable(error);
    }
    const constraint = violatedConstraint(error);
    const type = constraint === undefined ? undefined : problemOfConstraint(constraint);
    return type && new Problem(type, { cause: error });
  }

  private noRoute(request: Request): Problem {
    const methods = allowedMethods(this.adapterHost.httpAdapter.getInstance<Application>(), request.path);
    return methods.length > 0
      ? new Problem(MethodNotAllowed, { headers: { Allow: methods.join(', ') } })
      : new Problem(NotFound);
  }
}

function fromHttpException(error: HttpException): Problem {
  const known = [BadRequest, PayloadTooLarge, UnsupportedMediaType].find((type) => type.status === error.getStatus());
  return new Problem(known ?? InternalError);
}
