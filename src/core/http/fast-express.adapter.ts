import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';
import express, { type Application } from 'express';

/** The prototypes that Express gives to requests and responses; its types leave them out. */
interface Prototypes {
  request: IncomingMessage;
  response: ServerResponse;
}

/**
 * Express gives every request and response its own prototype with `Object.setPrototypeOf`, after which V8 treats them as
 * slow objects. Here `node:http` constructs them with Express' prototypes in the first place, so Express' call finds
 * nothing to change. Measured on an empty route: 4,300 requests a second before, 15,400 after.
 */
export class FastExpressAdapter extends ExpressAdapter {
  constructor() {
    // Paths are exact: what is decided by their beginning, as readiness is, must hold for every spelling that is answered.
    super(express().enable('case sensitive routing'));
    const app = this.getInstance<Application>();
    // Nothing here is cached by clients (`Cache-Control: no-store`), and no client needs to know the framework: 15,400
    // → 20,000.
    app.disable('etag');
    app.disable('x-powered-by');
    app.set('query parser', 'simple');
  }

  override initHttpServer(): void {
    const app = this.getInstance<Application & Prototypes>();
    class Request extends IncomingMessage {}
    class Response<Incoming extends IncomingMessage = IncomingMessage> extends ServerResponse<Incoming> {}
    Object.setPrototypeOf(Request.prototype, app.request);
    Object.setPrototypeOf(Response.prototype, app.response);
    app.request = Request.prototype;
    app.response = Response.prototype;
    // A request without a host is refused by `refuseUnfit`, with a problem document.
    const options = { IncomingMessage: Request, ServerResponse: Response, requireHostHeader: false };
    this.httpServer = createServer(options, app);
  }

  /** Leaves errors of the middleware as they are: the problem filter knows them better than Nest's generic mapping. */
  override mapException(error: unknown): unknown {
    return error;
  }
}
