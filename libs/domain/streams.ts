import { calendarStream } from './calendar/calendar.stream.js';
import { campaignStream } from './campaign/campaign.stream.js';
import type { StreamDefinition, StreamKind } from './core/stream.js';
import { decisionStream } from './decision/decision.stream.js';
import { nominationStream } from './nomination/nomination.stream.js';
import { obligationStream } from './obligation/obligation.stream.js';
import { clusterStream } from './organisation/cluster.stream.js';
import { personStream } from './organisation/person.stream.js';
import { unitStream } from './organisation/unit.stream.js';
import { registrationStream } from './registration/registration.stream.js';
import { reportStream } from './report/report.stream.js';
import { roundStream } from './round/round.stream.js';
import { sessionStream } from './session/session.stream.js';
import { taskStream } from './task/task.stream.js';
import { worldStream } from './world/world.stream.js';

export const STREAMS: { readonly [K in StreamKind]: StreamDefinition<K> } = {
  calendar: calendarStream,
  campaign: campaignStream,
  cluster: clusterStream,
  decision: decisionStream,
  nomination: nominationStream,
  obligation: obligationStream,
  person: personStream,
  registration: registrationStream,
  report: reportStream,
  round: roundStream,
  session: sessionStream,
  task: taskStream,
  unit: unitStream,
  world: worldStream,
};
