import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shared/root-route.js';

interface NoticesSearch {
  readonly unread?: true;
}

export const noticesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/notices',
  validateSearch: ({ unread }: Record<string, unknown>): NoticesSearch => (unread === true ? { unread } : {}),
  component: lazyRouteComponent(() => import('./notices-page.js'), 'NoticesPage'),
});
