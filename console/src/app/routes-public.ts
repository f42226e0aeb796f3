import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root-route.ts';

/** The page that a visitor gets after the sign-in. */
interface NextSearch {
  readonly next?: string;
}

/** The secret of a link in a mail. */
interface TokenSearch {
  readonly token?: string;
}

const next = ({ next: path }: Record<string, unknown>): NextSearch => (typeof path === 'string' ? { next: path } : {});

/** A value of digits alone is parsed as a number. */
const token = ({ token: value }: Record<string, unknown>): TokenSearch =>
  typeof value === 'string' || typeof value === 'number' ? { token: String(value) } : {};

/** Whether the user has no password yet. */
const first = ({ first: value }: Record<string, unknown>): { readonly first?: true } =>
  value === true ? { first: value } : {};

const getParentRoute = (): typeof rootRoute => rootRoute;

export const publicRoutes = [
  createRoute({
    getParentRoute,
    path: '/sign-in',
    validateSearch: next,
    component: lazyRouteComponent(() => import('../pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/choose-password',
    validateSearch: first,
    component: lazyRouteComponent(() => import('../pages/sign-in/choose-password-page.tsx'), 'ChoosePasswordPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/forgot-password',
    component: lazyRouteComponent(() => import('../pages/sign-in/forgot-password-page.tsx'), 'ForgotPasswordPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/reset-password',
    validateSearch: token,
    component: lazyRouteComponent(() => import('../pages/sign-in/reset-password-page.tsx'), 'ResetPasswordPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/register',
    component: lazyRouteComponent(() => import('../pages/registration/register-page.tsx'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/verify-email',
    validateSearch: token,
    component: lazyRouteComponent(() => import('../pages/registration/verify-email-page.tsx'), 'VerifyEmailPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/accept-invitation',
    validateSearch: token,
    component: lazyRouteComponent(
      () => import('../pages/invitation/accept-invitation-page.tsx'),
      'AcceptInvitationPage',
    ),
  }),
] as const;
