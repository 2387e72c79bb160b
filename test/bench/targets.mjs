/** What is measured: the product over HTTP, the product's ledger in process, and the same lifecycle in plain SQL as the floor. */
import { actorOf, decisionOf, draftOf, noteOf, OFFICES, personOf } from './campaign.mjs';
import { floorTarget } from './floor.mjs';
import { Connection } from './http.mjs';
import { openWorlds } from './settle.mjs';

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

function must(want, got, what) {
  if (want !== got) throw new Error(`${what}: expected ${want}, got ${got}`);
}

function httpTarget({ url, tokens, clients, page }) {
  const connections = Array.from({ length: clients }, () => new Connection(url));
  const token = (person) => {
    const found = tokens[person];
    if (found === undefined) throw new Error(`nobody is called ${person}`);
    return found;
  };
  const ask = (client, person, path) => connections[client].request('GET', `/api/v1/${path}`, token(person));
  const tell = (client, person, path, body) =>
    connections[client].request('POST', `/api/v1/${path}`, token(person), body);
  return {
    draft: (n, client) => tell(client, actorOf(n, 0), 'nominations', draftOf(n)),
    async find(n, k, client) {
      const seen = await ask(client, actorOf(n, k), `nominations/${n.id}`);
      const visit = seen.openStep?.visit ?? 0;
      must(k, visit, `the open visit of ${n.id}`);
      return visit;
    },
    act(n, k, visit, client) {
      const by = actorOf(n, k);
      if (k === 0) return tell(client, by, `nominations/${n.id}/submission`, {});
      if (k === 3) return tell(client, by, 'decisions', decisionOf(n, visit, today()));
      return tell(client, by, `nominations/${n.id}/approval`, { visit, note: noteOf(n.i) });
    },
    async inbox(unit, client) {
      const page = await ask(client, personOf(unit, 'head'), 'inbox?limit=50');
      must(50, page.items.length, `inbox of ${unit}`);
    },
    async history(id, client) {
      const person = personOf(OFFICES.homeAffairs, 'appraiser');
      const page = await ask(client, person, `nominations/${id}/history`);
      must(true, page.items.length >= 5, `history of ${id} has five entries`);
    },
    campaign: (part, client) =>
      connections[client].request(
        'GET',
        `/api/v1/campaigns/${page.campaign}${part}`,
        page.token,
        undefined,
        page.world,
      ),
    close: () => connections.forEach((connection) => connection.close()),
  };
}

async function ledgerTarget({ dist, databaseUrl }) {
  const worlds = await openWorlds(dist, databaseUrl, 20);
  const world = await worlds.official();
  const execute = async (person, name, input) => {
    const outcome = await world.ledger.execute({ actor: { kind: 'person', id: person }, name, input });
    if (!outcome.ok) throw new Error(`${name} was refused: ${JSON.stringify(outcome.refusal)}`);
  };
  return {
    draft: (n) => execute(actorOf(n, 0), 'draftNomination', draftOf(n)),
    async find(n, k) {
      const held = await world.reader.state('nomination', n.id);
      must(k, held?.state.visit, `the open visit of ${n.id}`);
      return k;
    },
    act(n, k, visit) {
      const by = actorOf(n, k);
      if (k === 0) return execute(by, 'submitNomination', { nominationId: n.id });
      if (k === 3) return execute(by, 'issueDecision', decisionOf(n, visit, today()));
      return execute(by, 'approveStep', { nominationId: n.id, visit, note: noteOf(n.i) });
    },
    async history(id) {
      const facts = await world.reader.unseal(await world.reader.events([{ kind: 'nomination', id }]));
      must(5, facts.length, `facts of ${id}`);
    },
    close: () => worlds.close(),
  };
}

/** A target has draft, find, act; where it can: inbox, history. The client number says which connection to use. */
export function openTarget(job) {
  switch (job.target) {
    case 'http':
      return httpTarget(job);
    case 'ledger':
      return ledgerTarget(job);
    case 'floor':
      return floorTarget(job);
    default:
      throw new Error(`no such target: ${job.target}`);
  }
}
