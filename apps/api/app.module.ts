import { join } from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Environment } from '../../libs/config/env.js';
import { Worlds } from '../../libs/ledger/worlds.js';
import { FileStore } from '../../libs/persistence/file-store.js';
import { AccessGuard } from './account/access.guard.js';
import { ActivityController } from './activity/activity.controller.js';
import { ActivityReadsController } from './activity/activity-reads.controller.js';
import { ExampleController } from './example/example.controller.js';
import { ExampleReadsController } from './example/example-reads.controller.js';
import { AccountController } from './account/account.controller.js';
import { AccountRegisterController } from './account/account-register.controller.js';
import { SessionStore } from './account/session-store.js';
import { AwardHistoryController } from './award-history/award-history.controller.js';
import { AwardImportController } from './award-history/award-import.controller.js';
import { AwardCoverageController } from './award-history/award-coverage.controller.js';
import { AwardRegisterController } from './award-history/award-register.controller.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CampaignFileController } from './campaign-file/campaign-file.controller.js';
import { CalendarFeedController } from './notice/calendar-feed.controller.js';
import { CampaignController } from './campaign/campaign.controller.js';
import { TargetsController } from './campaign/targets.controller.js';
import { ChangeFeeds } from './changes/change-feeds.js';
import { ChangesController } from './changes/changes.controller.js';
import { CommitmentController } from './commitment/commitment.controller.js';
import { CommitmentReadsController } from './commitment/commitment-reads.controller.js';
import { CouncilSessionController } from './council-session/council-session.controller.js';
import { DecisionController } from './decision/decision.controller.js';
import { EngineHost } from './engine/engine-host.js';
import { ENGINE_LINK, type EngineLink } from './engine/engine-link.js';
import { ENVIRONMENT } from './environment.js';
import { FileController } from './file/file.controller.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { EligibilityController } from './nomination/eligibility.controller.js';
import { NominationController } from './nomination/nomination.controller.js';
import { ObligationController } from './obligation/obligation.controller.js';
import { ClusterController } from './organisation/cluster.controller.js';
import { ClusterReadsController } from './organisation/cluster-reads.controller.js';
import { PersonController } from './organisation/person.controller.js';
import { SuccessionReadsController } from './organisation/succession-reads.controller.js';
import { UnitController } from './organisation/unit.controller.js';
import { RegistrationController } from './registration/registration.controller.js';
import { ReportController } from './report/report.controller.js';
import { RulesController } from './rules/rules.controller.js';
import { RulesReadsController } from './rules/rules-reads.controller.js';
import { RoundController } from './round/round.controller.js';
import { TaskController } from './task/task.controller.js';
import { WorldController } from './world/world.controller.js';
import { WorldDirectory } from './world/world-directory.js';
import { CampaignFamilyController } from './campaign/campaign-family.controller.js';
import { CampaignReadsController } from './campaign/campaign-reads.controller.js';
import { ObligationReadsController } from './obligation/obligation-reads.controller.js';
import { RegistrationReadsController } from './registration/registration-reads.controller.js';
import { ReportReadsController } from './report/report-reads.controller.js';
import { RoundReadsController } from './round/round-reads.controller.js';
import { CouncilSessionReadsController } from './council-session/council-session-reads.controller.js';
import { AccountabilityController } from './campaign/accountability.controller.js';
import { DecisionDocumentController } from './decision/decision-document.controller.js';
import { DispatchController } from './document/dispatch.controller.js';
import { DocumentReadsController } from './document/document-reads.controller.js';
import { DecisionReadsController } from './decision/decision-reads.controller.js';
import { PublicDecisionsController } from './decision/public-decisions.controller.js';
import { NominationDossierController } from './nomination/nomination-dossier.controller.js';
import { NominationPapersController } from './nomination/nomination-papers.controller.js';
import { NominationReadsController } from './nomination/nomination-reads.controller.js';
import { HistoryController } from './history/history.controller.js';
import { OrganisationReadsController } from './organisation/organisation-reads.controller.js';
import { CalendarReadsController } from './calendar/calendar-reads.controller.js';
import { NoticeController } from './notice/notice.controller.js';
import { MailWaysController } from './notice/mail-ways.controller.js';
import { MailController } from './notice/mail.controller.js';
import { DraftController } from './draft/draft.controller.js';
import { InboxController } from './inbox/inbox.controller.js';
import { ReferenceController } from './docs/reference.controller.js';
import { HomeController } from './home/home.controller.js';
import { BundleController } from './proof/bundle.controller.js';
import { WatchController } from './proof/watch.controller.js';
import { ErasureController } from './proof/erasure.controller.js';
import { LogKeepers } from './proof/log-keepers.js';
import { PublicLogController } from './proof/public-log.controller.js';
import { RehearsalController } from './rehearsal/rehearsal.controller.js';
import { Rehearsals } from './rehearsal/rehearsals.js';
import { BoardController } from './board/board.controller.js';
import { SystemController } from './system/system.controller.js';
import { PermissionController } from './account/permission.controller.js';

export interface Parts {
  readonly environment: Environment;
  readonly worlds: Worlds;
  readonly engine: EngineLink;
}

const CONTROLLERS = [
  AccountabilityController,
  AccountController,
  AccountRegisterController,
  BoardController,
  BundleController,
  AwardHistoryController,
  AwardImportController,
  AwardCoverageController,
  AwardRegisterController,
  ActivityController,
  ActivityReadsController,
  CalendarController,
  CalendarReadsController,
  CalendarFeedController,
  CampaignController,
  CampaignFamilyController,
  CampaignFileController,
  CampaignReadsController,
  ChangesController,
  ClusterController,
  ClusterReadsController,
  CommitmentController,
  CommitmentReadsController,
  CouncilSessionController,
  CouncilSessionReadsController,
  DecisionController,
  DecisionDocumentController,
  DecisionReadsController,
  DispatchController,
  DocumentReadsController,
  DraftController,
  FileController,
  ExampleController,
  ExampleReadsController,
  ErasureController,
  HealthController,
  HistoryController,
  HomeController,
  InboxController,
  EligibilityController,
  MailController,
  MailWaysController,
  NominationController,
  NominationDossierController,
  NominationPapersController,
  NominationReadsController,
  NoticeController,
  ObligationController,
  ObligationReadsController,
  OrganisationReadsController,
  PermissionController,
  PersonController,
  PublicDecisionsController,
  PublicLogController,
  ReferenceController,
  RegistrationController,
  RehearsalController,
  RegistrationReadsController,
  ReportController,
  ReportReadsController,
  RoundController,
  RulesController,
  RulesReadsController,
  RoundReadsController,
  TargetsController,
  SuccessionReadsController,
  SystemController,
  TaskController,
  UnitController,
  WatchController,
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
        { provide: FileStore, useValue: new FileStore(join(environment.VINHDANH_DATA, 'files')) },
        ChangeFeeds,
        EngineHost,
        LogKeepers,
        Metrics,
        Rehearsals,
        SessionStore,
        WorldDirectory,
      ],
    };
  }
}
