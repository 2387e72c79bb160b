import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { adminRoute } from './admin/route.js';
import { awardImportRoute } from './award-import/route.js';
import { boardsRoute, submissionListRoute } from './boards/route.js';
import { campaignRoute } from './campaign/route.js';
import { campaignsRoute, newCampaignRoute } from './campaigns/route.js';
import { deskRoute, nominateRoute, pledgeResultsRoute, pledgeRoute, reportRoute } from './desk/route.js';
import { exampleRoute } from './examples/route.js';
import { inboxRoute } from './inbox/route.js';
import { matterRoute } from './matters/route.js';
import { nominationRoute } from './nomination/route.js';
import { nominationsRoute } from './nominations/route.js';
import { profileRoute } from './profile/route.js';
import { noticesRoute } from './notices/route.js';
import { dossierSheetRoute, historySheetRoute, minutesSheetRoute } from './print/route.js';
import { publicRoute } from './public-pages/route.js';
import { sessionRoute } from './sessions/route.js';
import { rootRoute, shellRoute } from './shared/root-route.js';
import { Loading } from './shared/ui/states.js';
import { signInRoute } from './sign-in/route.js';

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox' });
  },
});

/** Every page by its address. A page is a folder with a `route.ts`; its component is loaded when it is first opened. */
const routeTree = rootRoute.addChildren([
  homeRoute,
  signInRoute,
  publicRoute,
  dossierSheetRoute,
  historySheetRoute,
  minutesSheetRoute,
  shellRoute.addChildren([
    inboxRoute,
    nominationsRoute,
    nominationRoute,
    campaignsRoute,
    newCampaignRoute,
    campaignRoute,
    profileRoute,
    deskRoute,
    pledgeRoute,
    pledgeResultsRoute,
    reportRoute,
    nominateRoute,
    noticesRoute,
    adminRoute,
    sessionRoute,
    exampleRoute,
    boardsRoute,
    submissionListRoute,
    awardImportRoute,
    matterRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
