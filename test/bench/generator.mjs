/**
 * The load generator, a process of its own. Told one job at a time over IPC; prepares, says so, waits for `go` so that
 * its starter can read the counters, and answers with what it measured.
 */
import { inboxInBrowser } from './browser.mjs';
import { closedLoop, lifecycle, now, openLoop, quantiles } from './load.mjs';
import { crowdedUnit, evenUnit, nominationOf, unitName } from './campaign.mjs';
import { openTarget } from './targets.mjs';

const heard = new Map();
const waiting = new Map();
process.on('message', (message) => {
  const ear = waiting.get(message.say);
  if (ear === undefined) heard.set(message.say, message);
  else ear(message);
});
const hear = (word) => {
  const known = heard.get(word);
  return known === undefined ? new Promise((resolve) => waiting.set(word, resolve)) : Promise.resolve(known);
};
const tell = (say, result) => new Promise((sent) => process.send({ say, result }, sent));
const many = (prefix, n, unit = evenUnit) => Array.from({ length: n }, (_, i) => nominationOf(prefix, i, unit(i)));
const random = (n) => Math.floor(Math.random() * n);

/** Acts an open loop will send later must be possible by then: everything up to the step that is due has been done. */
async function prepareOpenLoop(target, { rate, seconds, clients, prefix }) {
  const lag = Math.max(1, Math.round(rate / 4));
  const before = 3 * lag;
  const nominations = many(prefix, before + Math.ceil((rate * seconds) / 4) + 1);
  await closedLoop(clients, nominations.length, async (i, client) => {
    await target.draft(nominations[i], client);
    // Number i is `before - i` quarters of a turn late: as many of its acts belong to the time before the run.
    const done = i >= before ? 0 : 3 - Math.floor(i / lag);
    for (let k = 0; k < done; k += 1) await target.act(nominations[i], k, k, client);
  });
  return (j, client) => {
    const k = j % 4;
    return target.act(nominations[before + Math.floor(j / 4) - k * lag], k, k, client);
  };
}

async function timed(clients, n, one) {
  const times = [];
  await closedLoop(clients, n, async (_, client) => {
    const began = now();
    await one(client);
    times.push(now() - began);
  });
  return quantiles(times);
}

/** What the page of a campaign asks for, by part. Its overview is the first three. */
const PARTS = {
  campaign: '',
  timeline: '/timeline',
  progress: '/progress',
  questions: '/questions',
  units: '/units?limit=50',
  late: '/late?limit=50',
  targets: '/targets',
};
const OVERVIEW = ['campaign', 'timeline', 'progress'];

const kinds = {
  async lifecycle(target, job, ready) {
    await lifecycle(target, many(`${job.prefix}w`, job.warm), job.clients, job.looking);
    await ready();
    return lifecycle(target, many(job.prefix, job.n), job.clients, job.looking);
  },
  async openLoop(target, job, ready) {
    await lifecycle(target, many(`${job.prefix}w`, job.warm), job.clients);
    const run = await prepareOpenLoop(target, job);
    await ready();
    return openLoop({ rate: job.rate, seconds: job.seconds, connections: job.clients }, run);
  },
  /** Seeds for the volume benches: some finished, some open at their second act. */
  async seed(target, { finished, open, clients }, ready) {
    await ready();
    await lifecycle(target, many('h', finished), clients);
    const waiting = many('o', open, crowdedUnit);
    await closedLoop(clients, open, async (i, client) => {
      await target.draft(waiting[i], client);
      await target.act(waiting[i], 0, 0, client);
    });
    return { finished, open };
  },
  /** The overview of a campaign's page as one client loads it, one request after the other, and every part by itself. */
  async pages(target, { clients, times, warm }, ready) {
    const asks = {
      overview: async (client) => {
        for (const name of OVERVIEW) await target.campaign(PARTS[name], client);
      },
      ...Object.fromEntries(
        Object.entries(PARTS).map(([name, part]) => [name, (client) => target.campaign(part, client)]),
      ),
    };
    for (const ask of Object.values(asks)) await timed(clients, warm, ask);
    await ready();
    const result = {};
    for (const [name, ask] of Object.entries(asks)) result[name] = await timed(clients, times, ask);
    return { ...result, requests: times * (OVERVIEW.length + Object.keys(PARTS).length) };
  },
  browser: (_, job, ready) => inboxInBrowser(job, ready),
  async queries(target, { clients, passes, warm, finished, copies, small, large }, ready) {
    const asks = {
      inboxOf1000: (client) => target.inbox(unitName(1 + random(50)), client),
      inboxOf50000: (client) => target.inbox(unitName(0), client),
      history: (client) => {
        const copy = random(copies);
        return target.history(`h-${random(finished)}${copy === 0 ? '' : `-c${copy}`}`, client);
      },
    };
    const names = Object.keys(asks).filter((name) => target[name.startsWith('inbox') ? 'inbox' : 'history']);
    for (const name of names) await timed(clients, warm, asks[name]);
    await ready();
    const result = Object.fromEntries(names.map((name) => [name, []]));
    const sizeOf = (name) => (name === 'inboxOf50000' ? large : small);
    for (let pass = 0; pass < passes; pass += 1)
      for (const name of names) result[name].push(await timed(clients, sizeOf(name), asks[name]));
    return { ...result, requests: passes * names.reduce((sum, name) => sum + sizeOf(name), 0) };
  },
};

const { job } = await hear('job');
try {
  const target = await openTarget(job);
  const result = await kinds[job.kind](target, job, async () => {
    await tell('ready');
    await hear('go');
  });
  await tell('done', result);
  await hear('end');
  await target.close();
} catch (error) {
  await tell('failed', error instanceof Error ? (error.stack ?? error.message) : String(error));
}
process.disconnect();
