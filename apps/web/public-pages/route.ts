import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shared/root-route.js';

interface PublicSearch {
  readonly year?: number;
  readonly show?: 'opinions';
}

/** What everyone may see, without signing in. */
export const publicRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/public',
  validateSearch: ({ year, show }: Record<string, unknown>): PublicSearch => ({
    ...(typeof year === 'number' && Number.isInteger(year) && year > 1944 && year < 2101 ? { year } : {}),
    ...(show === 'opinions' ? { show } : {}),
  }),
  component: lazyRouteComponent(() => import('./public-page.js'), 'PublicPage'),
});
