import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { setCurrentOrganization } from '../api/current-organization.ts';
import { identityQuery } from '../api/identity.ts';
import { queryClient } from '../api/query-client.ts';
import { rootRoute } from './root-route.ts';

/** The frame of all pages for signed-in users. Other visitors sign in first, and then get the page that they asked for. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: lazyRouteComponent(() => import('../shell/shell.tsx'), 'Shell'),
  beforeLoad: async ({ location }) => {
    const identity = await queryClient.query({ ...identityQuery, staleTime: 'static' });
    if (identity === null) {
      throw redirect({ to: '/sign-in', search: { next: location.href } });
    }
    return { identity };
  },
});

/** The pages of an organization. Requests of these pages work in it. */
export const organizationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/orgs/$slug',
  beforeLoad: ({ params }) => {
    setCurrentOrganization(params.slug);
  },
});
