import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shared/root-route.js';

export const matterRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/matters/$kind/$id',
  component: lazyRouteComponent(() => import('./matter-page.js'), 'MatterPage'),
});
