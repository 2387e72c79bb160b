import { awardStream } from './award-history/award.stream.js';
import { identityStream } from './award-history/identity.stream.js';
import { activityStream } from './activity/activity.stream.js';
import { calendarStream } from './calendar/calendar.stream.js';
import { campaignStream } from './campaign/campaign.stream.js';
import { commitmentStream } from './commitment/commitment.stream.js';
import type { StreamDefinition, StreamKind } from './core/stream.js';
import { decisionStream } from './decision/decision.stream.js';
import { dispatchStream } from './dispatch/dispatch.stream.js';
import { exampleStream } from './example/example.stream.js';
import { nominationStream } from './nomination/nomination.stream.js';
import { obligationStream } from './obligation/obligation.stream.js';
import { clusterStream } from './organisation/cluster.stream.js';
import { personStream } from './organisation/person.stream.js';
import { unitStream } from './organisation/unit.stream.js';
import { registrationStream } from './registration/registration.stream.js';
import { reportStream } from './report/report.stream.js';
import { roundStream } from './round/round.stream.js';
import { rulePackStream } from './rules/rule-pack.stream.js';
import { sessionStream } from './session/session.stream.js';
import { passable, passableRegistration } from './succession/passable.js';
import { campaignAfter, nominationAfter, obligationAfter, reportAfter, tasksAfter } from './succession/passing.js';
import { replannable } from './task/follow-calendar.js';
import { taskStream } from './task/task.stream.js';
import { worldStream } from './world/world.stream.js';

/**
 * Streams that open tasks are `passable`: what is open at a unit that ended goes on at its successor. They are
 * `replannable` where they have no fact of their own for a due date that follows a changed calendar.
 */
export const STREAMS: { readonly [K in StreamKind]: StreamDefinition<K> } = {
  award: awardStream,
  activity: passable(replannable(activityStream), tasksAfter),
  calendar: calendarStream,
  campaign: passable(replannable(campaignStream), campaignAfter),
  cluster: clusterStream,
  commitment: commitmentStream,
  decision: decisionStream,
  dispatch: passable(replannable(dispatchStream), tasksAfter),
  identity: identityStream,
  example: passable(replannable(exampleStream), tasksAfter),
  nomination: passable(nominationStream, nominationAfter),
  obligation: passable(obligationStream, obligationAfter),
  person: personStream,
  registration: passableRegistration(replannable(registrationStream)),
  report: passable(replannable(reportStream), reportAfter),
  round: passable(replannable(roundStream), tasksAfter),
  'rule-pack': rulePackStream,
  session: passable(replannable(sessionStream), tasksAfter),
  task: taskStream,
  unit: unitStream,
  world: worldStream,
};
