import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { mustBeSignedIn, rootRoute } from '../shared/root-route.js';

/** Sheets of paper: without the frame around pages, laid out as documents of offices are. */

export const dossierSheetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/print/nominations/$nominationId',
  beforeLoad: mustBeSignedIn,
  component: lazyRouteComponent(() => import('./dossier-sheet.js'), 'DossierSheet'),
});

export const historySheetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/print/nominations/$nominationId/history',
  beforeLoad: mustBeSignedIn,
  component: lazyRouteComponent(() => import('./history-sheet.js'), 'HistorySheet'),
});

export const minutesSheetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/print/sessions/$sessionId',
  beforeLoad: mustBeSignedIn,
  component: lazyRouteComponent(() => import('./minutes-sheet.js'), 'MinutesSheet'),
});
