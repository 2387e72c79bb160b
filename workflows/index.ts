/** Entry of the workflow bundle: what is exported here is what a worker can run. */
export { campaignWorkflow } from './campaign/campaign.workflow.js';
export { nominationWorkflow } from './nomination/nomination.workflow.js';
export { roundWorkflow } from './round/round.workflow.js';
export { sessionWorkflow } from './session/session.workflow.js';
export { watchWorkflow } from './watch/watch.workflow.js';
