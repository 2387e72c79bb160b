import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Environment } from '../../libs/config/env.js';
import { Worlds } from '../../libs/ledger/worlds.js';
import { AccessGuard } from './account/access.guard.js';
import { AccountController } from './account/account.controller.js';
import { SessionStore } from './account/session-store.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CampaignController } from './campaign/campaign.controller.js';
import { ChangeFeeds } from './changes/change-feeds.js';
import { ChangesController } from './changes/changes.controller.js';
import { CouncilSessionController } from './council-session/council-session.controller.js';
import { DecisionController } from './decision/decision.controller.js';
import { EngineHost } from './engine/engine-host.js';
import { ENGINE_LINK, type EngineLink } from './engine/engine-link.js';
import { ENVIRONMENT } from './environment.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { NominationController } from './nomination/nomination.controller.js';
import { ObligationController } from './obligation/obligation.controller.js';
import { ClusterController } from './organisation/cluster.controller.js';
import { PersonController } from './organisation/person.controller.js';
import { UnitController } from './organisation/unit.controller.js';
import { RegistrationController } from './registration/registration.controller.js';
import { ReportController } from './report/report.controller.js';
import { RoundController } from './round/round.controller.js';
import { TaskController } from './task/task.controller.js';
import { WorldController } from './world/world.controller.js';
import { WorldDirectory } from './world/world-directory.js';

export interface Parts {
  readonly environment: Environment;
  readonly worlds: Worlds;
  readonly engine: EngineLink;
}

const CONTROLLERS = [
  AccountController,
  CalendarController,
  CampaignController,
  ChangesController,
  ClusterController,
  CouncilSessionController,
  DecisionController,
  HealthController,
  NominationController,
  ObligationController,
  PersonController,
  RegistrationController,
  ReportController,
  RoundController,
  TaskController,
  UnitController,
  WorldController,
];

@Module({})
export class AppModule {
  /** The application over parts that its caller made and will close. */
  static over({ environment, worlds, engine }: Parts): DynamicModule {
    return {
      module: AppModule,
      controllers: CONTROLLERS,
      providers: [
        { provide: ENVIRONMENT, useValue: environment },
        { provide: Worlds, useValue: worlds },
        { provide: ENGINE_LINK, useValue: engine },
        { provide: APP_GUARD, useClass: AccessGuard },
        ChangeFeeds,
        EngineHost,
        Metrics,
        SessionStore,
        WorldDirectory,
      ],
    };
  }
}
