import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shared/root-route.js';

export const STATUSES = [
  'draft',
  'open',
  'returned',
  'on-hold',
  'recognised',
  'published',
  'archived',
  'declined',
  'withdrawn',
  'revoked',
] as const;

export interface NominationsSearch {
  readonly status?: (typeof STATUSES)[number];
  readonly campaign?: string;
  readonly unit?: string;
  readonly round?: string;
}

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 240 ? value : undefined;

function readSearch(given: Readonly<Record<string, unknown>>): NominationsSearch {
  const status = STATUSES.find((one) => one === given['status']);
  const [campaign, unit, round] = [textIn(given['campaign']), textIn(given['unit']), textIn(given['round'])];
  return {
    ...(status === undefined ? {} : { status }),
    ...(campaign === undefined ? {} : { campaign }),
    ...(unit === undefined ? {} : { unit }),
    ...(round === undefined ? {} : { round }),
  };
}

export const nominationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/nominations',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./nominations-page.js'), 'NominationsPage'),
});
