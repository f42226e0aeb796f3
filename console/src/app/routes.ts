import { accountRoutes } from './routes-account.ts';
import { organizationRoutes } from './routes-organization.ts';
import { publicRoutes } from './routes-public.ts';
import { rootRoute } from './root-route.ts';
import { organizationRoute, shellRoute } from './shell-route.ts';

/** All pages. The pages of signed-in users are below the shell, and those of an organization below its slug. */
export const routeTree = rootRoute.addChildren([
  ...publicRoutes,
  shellRoute.addChildren([...accountRoutes, organizationRoute.addChildren([...organizationRoutes])]),
]);
