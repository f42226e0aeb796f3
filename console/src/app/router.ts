import { createRouter } from '@tanstack/react-router';
import { CONSOLE_PATH } from '../api/place.ts';
import { ErrorPage } from '../components/error-page.tsx';
import { LoadingPage } from '../components/loading-page.tsx';
import { NotFoundPage } from '../components/not-found-page.tsx';
import { routeTree } from './routes.ts';

export const router = createRouter({
  routeTree,
  basepath: CONSOLE_PATH,
  defaultPreload: 'intent',
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingComponent: LoadingPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
