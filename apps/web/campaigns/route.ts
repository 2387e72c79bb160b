import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shared/root-route.js';

interface NewCampaignSearch {
  /** A plan that comes with the product; without it one is opened from a file. */
  readonly plan?: string;
  /** One's own plan is filled into a form rather than read from a file. */
  readonly by?: 'form';
}

export const campaignsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/campaigns',
  component: lazyRouteComponent(() => import('./campaigns-page.js'), 'CampaignsPage'),
});

export const newCampaignRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/campaigns/new',
  validateSearch: ({ plan, by }: Record<string, unknown>): NewCampaignSearch => ({
    ...(typeof plan === 'string' && /^[a-z0-9-]{1,100}$/.test(plan) ? { plan } : {}),
    ...(by === 'form' ? { by } : {}),
  }),
  component: lazyRouteComponent(() => import('./new-campaign-page.js'), 'NewCampaignPage'),
});
