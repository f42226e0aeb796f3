import { createRouter, parseSearchWith, stringifySearchWith } from '@tanstack/react-router';
import { CONSOLE_PATH } from '../api/place.ts';
import { ErrorPage } from '../components/error-page.tsx';
import { LoadingPage } from '../components/loading-page.tsx';
import { NotFoundPage } from '../components/not-found-page.tsx';
import { routeTree } from './routes.ts';

export const router = createRouter({
  routeTree,
  basepath: CONSOLE_PATH,
  // Plain values instead of JSON, as in `?token=…`: others write these addresses too.
  parseSearch: parseSearchWith((value) => value),
  stringifySearch: stringifySearchWith(String),
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
