import type { Application } from 'express';

/** The part of Express' route layers that is read here. */
interface Layer {
  route?: { methods: Record<string, boolean> };
  match(path: string): boolean;
}

/** The methods that some route of the application takes at a path, in upper case, for a 405's `Allow` header. */
export function allowedMethods(app: Application, path: string): string[] {
  const { stack } = app.router as unknown as { stack: Layer[] };
  const methods = stack
    .filter((layer) => layer.route && layer.match(path))
    .flatMap((layer) => Object.keys(layer.route?.methods ?? {}))
    .map((method) => method.toUpperCase());
  // Express answers HEAD wherever there is a GET.
  return [...new Set(methods.includes('GET') ? [...methods, 'HEAD'] : methods)].sort();
}
