import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shared/root-route.js';

export const exampleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/examples/$exampleId',
  component: lazyRouteComponent(() => import('./example-page.js'), 'ExamplePage'),
});
