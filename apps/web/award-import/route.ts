import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shared/root-route.js';

export const awardImportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/award-import',
  component: lazyRouteComponent(() => import('./award-import-page.js'), 'AwardImportPage'),
});
