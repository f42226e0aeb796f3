import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type AccessDeclaration, declarationOf } from './access.decorator.js';

/** A route as its decorators describe it. */
export interface Route {
  readonly handler: string;
  readonly method: string;
  readonly path: string;
  readonly declaration: AccessDeclaration | undefined;
}

/** Knows every route of the application, and does not let it start while one declares nothing. */
@Injectable()
export class RouteInventory implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** @throws Error naming the routes that do not declare their callers */
  onModuleInit(): void {
    const undeclared = this.list().filter(({ declaration }) => !declaration);
    if (undeclared.length > 0) {
      const names = undeclared.map(({ handler, method, path }) => `${method} ${path} (${handler})`).join(', ');
      throw new Error(`Every route declares who may use it; these do not: ${names}`);
    }
  }

  /** Every route, in the order of the controllers. */
  list(): Route[] {
    return this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return this.scanner
        .getAllMethodNames(prototype)
        .flatMap((name) => routeOf(metatype as Controller, name, prototype[name]) ?? []);
    });
  }
}

type Controller = new (...dependencies: never[]) => unknown;

function routeOf(controller: Controller, name: string, handler: object | undefined): Route | undefined {
  const method = handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
  if (!handler || method === undefined) {
    return undefined;
  }
  const parts = [
    Reflect.getMetadata(PATH_METADATA, controller),
    Reflect.getMetadata(PATH_METADATA, handler),
  ] as string[];
  return {
    handler: `${controller.name}.${name}`,
    method: RequestMethod[method],
    path: `/${parts
      .map((part) => part.replace(/^\/|\/$/g, ''))
      .filter(Boolean)
      .join('/')}`,
    declaration: declarationOf(handler),
  };
}
