import type { Browser, Locator } from 'playwright-core';
import { actsWords } from '../../../apps/web/acts/acts.words.js';
import { standingWords } from '../../../apps/web/campaign/standing.words.js';
import { deskWords } from '../../../apps/web/desk/desk.words.js';
import { formsWords } from '../../../apps/web/desk/forms.words.js';
import { historyWords } from '../../../apps/web/history/history.words.js';
import { inboxWords } from '../../../apps/web/inbox/inbox.words.js';
import { matterWords } from '../../../apps/web/inbox/matter.words.js';
import { nominationWords } from '../../../apps/web/nomination/nomination.words.js';
import { noticesWords } from '../../../apps/web/notices/notices.words.js';
import { publicWords } from '../../../apps/web/public-pages/public.words.js';
import { sessionsWords } from '../../../apps/web/sessions/sessions.words.js';
import type { Role } from '../../../libs/domain/access/actor.js';
import type { ApiUnderTest } from '../../integration/api/api-under-test.js';
import { Reader, type Look } from './reader.js';
import { sound } from './sound.js';

/** What stands on the pages, in the language they are looked at in. */
const wordsIn = (language: 'vi' | 'en') => ({
  acts: actsWords[language],
  standing: standingWords[language],
  desk: deskWords[language],
  forms: formsWords[language],
  history: historyWords[language],
  inbox: inboxWords[language],
  matter: matterWords[language],
  dossier: nominationWords[language],
  notices: noticesWords[language],
  open: publicWords[language],
  session: sessionsWords[language],
});

/** People of the province, one after the other, all with the same look: what each does on the way of a matter. */
export class Walk {
  readonly t: ReturnType<typeof wordsIn>;

  constructor(
    private readonly browser: Browser,
    readonly api: ApiUnderTest,
    private readonly look: Look,
  ) {
    this.t = wordsIn(look.language ?? 'vi');
  }

  /** Somebody signs in, goes somewhere, does something there and leaves. */
  async as(unitId: string, role: Role, to: string, does: (reader: Reader) => Promise<void>): Promise<void> {
    const reader = await Reader.open(this.browser, this.api, this.look);
    await reader.signIn(unitId, role, to);
    await does(reader);
    await reader.close();
  }

  /** Somebody without an account. */
  async anybody(to: string, does: (reader: Reader) => Promise<void>): Promise<void> {
    const reader = await Reader.open(this.browser, this.api, this.look);
    await reader.page.goto(new URL(to, this.api.url).href);
    await does(reader);
    await reader.close();
  }

  /** Opens the task of a list that is about `whose`; gives the pane it is shown in. */
  async openTask(reader: Reader, whose: string | RegExp): Promise<Locator> {
    const { page } = reader;
    const list = page.getByRole('list', { name: this.t.inbox.list });
    await list.getByRole('button', { name: whose }).click();
    const pane = page.getByRole('region', { name: this.t.inbox.detail });
    await pane.getByRole('heading', { name: whose, level: 2 }).waitFor();
    return pane;
  }

  /** Chooses an outcome of the task that is open, fills what it asks for and sends it; what is held back goes at once. */
  async end(reader: Reader, act: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
    const { page } = reader;
    await page.getByRole('button', { name: act, exact: true }).click();
    const form = page.getByRole('form', { name: act });
    for (const [label, text] of Object.entries(fields)) await form.getByRole('textbox', { name: label }).fill(text);
    await sound(reader);
    await form.getByRole('button', { name: act, exact: true }).click();
    const heldBack = page.getByRole('region', { name: this.t.acts.heldRegion }).getByRole('paragraph').first();
    await heldBack.or(page.getByText(this.t.acts.done)).first().waitFor();
    await reader.sendNow();
  }
}
