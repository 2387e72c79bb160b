import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shared/root-route.js';

interface SignInSearch {
  /** Where to go on after signing in; a path of our own. */
  readonly to?: string;
}

const isOwnPath = (to: unknown): to is string => typeof to === 'string' && /^\/(?![/\\])/.test(to);

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ to }: Record<string, unknown>): SignInSearch => (isOwnPath(to) ? { to } : {}),
  component: lazyRouteComponent(() => import('./sign-in-page.js'), 'SignInPage'),
});
