import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shared/root-route.js';

interface DeskSearch {
  /** The unit the reader works for here; the first of theirs if left out. */
  readonly unit?: string;
}

const readUnit = ({ unit }: Record<string, unknown>): DeskSearch =>
  typeof unit === 'string' && unit !== '' && unit.length <= 240 ? { unit } : {};

export const deskRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/desk',
  validateSearch: readUnit,
  component: lazyRouteComponent(() => import('./desk-page.js'), 'DeskPage'),
});

export const pledgeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/desk/pledge/$campaignId',
  validateSearch: readUnit,
  component: lazyRouteComponent(() => import('./pledge-page.js'), 'PledgePage'),
});

export const reportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/desk/reports/$obligationId',
  component: lazyRouteComponent(() => import('./report-page.js'), 'ReportPage'),
});

export const pledgeResultsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/desk/pledge-results/$registrationId',
  component: lazyRouteComponent(() => import('./pledge-results-page.js'), 'PledgeResultsPage'),
});

export const nominateRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/desk/nominate',
  validateSearch: readUnit,
  component: lazyRouteComponent(() => import('./nominate-page.js'), 'NominatePage'),
});
