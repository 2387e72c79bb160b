import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shared/root-route.js';
import { readBoardsSearch } from './search.js';

export const boardsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/boards',
  validateSearch: readBoardsSearch,
  component: lazyRouteComponent(() => import('./boards-page.js'), 'BoardsPage'),
});

export const submissionListRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rounds/$roundId/list',
  component: lazyRouteComponent(() => import('./submission-list-page.js'), 'SubmissionListPage'),
});
