import { createRootRoute, createRoute, redirect, retainSearchParams } from '@tanstack/react-router';
import { queryClient } from './api/query-client.js';
import { meQuery } from './session/me.js';
import { Broken, Page } from './ui/frames.js';
import { NotFound } from './ui/states.js';
import { lazyRouteComponent } from '@tanstack/react-router';

interface RootSearch {
  /** The world that is shown; the official one if left out. */
  readonly world?: string;
}

export const rootRoute = createRootRoute({
  validateSearch: ({ world }: Record<string, unknown>): RootSearch =>
    typeof world === 'string' && world !== '' ? { world } : {},
  search: { middlewares: [retainSearchParams(['world'])] },
  component: Page,
  errorComponent: Broken,
  notFoundComponent: NotFound,
});

/** Whoever is not signed in signs in first and comes back. */
export async function mustBeSignedIn({ location }: { readonly location: { readonly href: string } }): Promise<void> {
  const me = await queryClient.ensureQueryData(meQuery);
  if (me === null) throw redirect({ to: '/sign-in', search: { to: location.href } });
}

/** Pages of people who are signed in stand inside the shell. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: mustBeSignedIn,
  component: lazyRouteComponent(() => import('../shell/shell.js'), 'Shell'),
});
