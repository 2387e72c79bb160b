import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shared/root-route.js';
import { readAdminSearch } from './search.js';

export const adminRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin',
  validateSearch: readAdminSearch,
  component: lazyRouteComponent(() => import('./admin-page.js'), 'AdminPage'),
});
