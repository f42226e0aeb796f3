import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-route.ts';

const getParentRoute = (): typeof shellRoute => shellRoute;

/** The pages of the user, in no organization. */
export const accountRoutes = [
  createRoute({
    getParentRoute,
    path: '/',
    component: lazyRouteComponent(() => import('../pages/organizations/organizations-page.tsx'), 'OrganizationsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/account/profile',
    component: lazyRouteComponent(() => import('../pages/profile/profile-page.tsx'), 'ProfilePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/account/security',
    component: lazyRouteComponent(() => import('../pages/security/security-page.tsx'), 'SecurityPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/account/api-keys',
    component: lazyRouteComponent(() => import('../pages/api-keys/api-keys-page.tsx'), 'ApiKeysPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/account/data',
    component: lazyRouteComponent(() => import('../pages/data/data-page.tsx'), 'DataPage'),
  }),
] as const;
