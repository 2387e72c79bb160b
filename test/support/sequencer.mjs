import { relative } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** Cheap and telling first: a broken rule shows up before anything that needs a server. */
const ORDER = ['domain', 'architecture', 'integration', 'workflows', 'replay', 'e2e'];

export default class StorySequencer extends Sequencer {
  sort(tests) {
    const rank = ({ path, context }) => {
      const folder = relative(context.config.rootDir, path).split('/')[1];
      const found = ORDER.indexOf(folder);
      return found === -1 ? ORDER.length : found;
    };
    return [...tests].sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
  }
}
