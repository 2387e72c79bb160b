import type { TaskShown } from '../shared/api/answers.js';
import { ActivityMatter } from './activity-matter.js';
import { AlarmMatter } from './alarm-matter.js';
import { DispatchMatter } from './dispatch-matter.js';
import { ExampleMatter } from './example-matter.js';
import { ObligationMatter } from './obligation-matter.js';
import { PledgeResultsMatter } from './pledge-results-matter.js';
import { ReportMatter } from './report-matter.js';
import { RoundMatter } from './round-matter.js';
import { SessionMatter } from './session-matter.js';
import { TargetsMatter } from './targets-matter.js';

interface Props {
  readonly task: TaskShown;
  /** Told when the task was ended by a form in here. */
  readonly onEnded: () => void;
}

/** What a task is about, and the form that ends it where that is more than a word. */
export default function Matter({ task, onEnded }: Props) {
  switch (task.owner.kind) {
    case 'report':
      return <ReportMatter task={task} />;
    case 'obligation':
      return <ObligationMatter task={task} onEnded={onEnded} />;
    case 'session':
      return <SessionMatter task={task} onEnded={onEnded} />;
    case 'registration':
      return <PledgeResultsMatter task={task} onEnded={onEnded} />;
    case 'activity':
      return <ActivityMatter task={task} />;
    case 'example':
      return <ExampleMatter task={task} onEnded={onEnded} />;
    case 'dispatch':
      return <DispatchMatter task={task} />;
    case 'round':
      return <RoundMatter task={task} onEnded={onEnded} />;
    case 'campaign':
      return <TargetsMatter task={task} />;
    case 'world':
      return <AlarmMatter href={task.owner.href} />;
    default:
      return null;
  }
}
