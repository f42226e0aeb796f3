import type { Application, Request } from 'express';

/** The part of Express' route layers that is read here. */
interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  match(path: string): boolean;
}

type Route = NonNullable<Layer['route']>;

/** The methods that some route of the application takes at a path, in upper case, for a 405's `Allow` header. */
export function allowedMethods(app: Application, path: string): string[] {
  const methods = routesAt(app, path)
    .flatMap((route) => Object.keys(route.methods))
    .map((method) => method.toUpperCase());
  // Express answers HEAD wherever there is a GET.
  return [...new Set(methods.includes('GET') ? [...methods, 'HEAD'] : methods)].sort();
}

/**
 * The template of the request's route, as in `/api/v1/app/user/:id`. It can be logged, because it has no values: a path may
 * contain an address. Undefined: no route has the path.
 */
export function routeTemplate(request: Request): string | undefined {
  return routeOf(request)?.path;
}

/**
 * The template of the request's route, and its method, as labels of a metric. A client cannot make up new ones: all paths without a route
 * are `none`, and all methods that a route does not have are `other`.
 */
export function routeLabels(request: Request): { route: string; method: string } {
  const route = routeOf(request);
  const method = request.method === 'HEAD' ? 'get' : request.method.toLowerCase();
  return { route: route?.path ?? 'none', method: route?.methods[method] ? request.method : 'other' };
}

function routeOf(request: Request): Route | undefined {
  const { route } = request as { route?: Route };
  return route ?? routesAt(request.app, request.path)[0];
}

function routesAt(app: Application, path: string): Route[] {
  const { stack } = app.router as unknown as { stack: Layer[] };
  return stack.flatMap((layer) => (layer.route && matches(layer, path) ? [layer.route] : []));
}

/** Express decodes the values in the path, and cannot decode all. */
function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    return false;
  }
}
