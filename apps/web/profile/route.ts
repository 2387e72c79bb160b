import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shared/root-route.js';

export const profileRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/profile',
  component: lazyRouteComponent(() => import('./profile-page.js'), 'ProfilePage'),
});
