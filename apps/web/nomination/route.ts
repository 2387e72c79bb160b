import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shared/root-route.js';

export const nominationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/nominations/$nominationId',
  component: lazyRouteComponent(() => import('./nomination-page.js'), 'NominationPage'),
});
