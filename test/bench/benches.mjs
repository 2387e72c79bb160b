/** Every bench by name: what it starts, what it asks of the generator, what it is held against. */
import { provideBrowser } from '../../scripts/lib/browser.mjs';
import { Expected } from '../../scripts/lib/say.mjs';
import { ensureNamespace } from '../../scripts/lib/temporal.mjs';
import { setTimeout as pause } from 'node:timers/promises';
import { query } from './machine.mjs';
import { multiply, spreadDates } from './multiply.mjs';
import { catchUp } from './catch-up.mjs';
import { logBench } from './log.mjs';
import { plansBench } from './plans.mjs';
import { whatIfOf } from './what-if.mjs';

const closing = async (opened, work) => {
  try {
    return await work();
  } finally {
    for (const one of opened.reverse()) await one.close();
  }
};

let namespaces = 0;

/** The api takes copied facts into the tree like any others: that backlog is not what readers are measured beside. */
async function untilInTree(databaseUrl) {
  const behind = `select (select coalesce(max(log_index), 0) from vinhdanh.ledger_log)
    - (select coalesce(max(log_index), 0) from vinhdanh.ledger_leaf) as facts`;
  while (Number((await query(databaseUrl, behind))[0].facts) > 0) await pause(500);
}

/** The product on a fresh database, over HTTP, with or without its engine. */
async function withProduct(bench, { engine }, work) {
  const database = await bench.database();
  return closing([database], () => serving(bench, database, { engine }, work));
}

/** The product on a database that has been prepared. */
async function serving(bench, database, { engine }, work) {
  const opened = [];
  return closing(opened, async () => {
    const namespace = `bench-${(namespaces += 1)}`;
    const temporal = engine ? await bench.temporal() : undefined;
    if (temporal !== undefined) await ensureNamespace(temporal.address, namespace);
    const where = { namespace, engine: temporal?.address };
    const api = await bench.startApi(database, where);
    opened.push(api);
    const pids = { api: api.pid };
    if (temporal !== undefined) {
      const worker = await bench.startWorker(database, where);
      opened.push(worker);
      Object.assign(pids, { worker: worker.pid, temporal: temporal.pid });
    }
    return work({ database, api, pids, namespace });
  });
}

const sizes = (bench) =>
  bench.quick
    ? { warm: 100, n: 400, light: 60, seconds: 15, finished: 100, open: 400, passes: 1, rounds: 1 }
    : { warm: 600, n: 2000, light: 150, seconds: 60, finished: 1000, open: 4000, passes: 3, rounds: 1 };

/** The lifecycle at 40 clients, acts alone and with a look-up before each, then at two clients, where nobody queues. */
async function lifecycles(bench, job, database, pids) {
  const { n, warm, light } = sizes(bench);
  const all = { kind: 'lifecycle', ...job };
  const forty = await bench.measure({ ...all, prefix: 'n', n, warm, clients: 40 }, database, pids, n);
  const looking = await bench.measure({ ...all, prefix: 'g', n, warm: 40, clients: 40, looking: true }, database, pids);
  const two = await bench.measure(
    { ...all, prefix: 'l', n: light, warm: 20, clients: 2, looking: true },
    database,
    pids,
  );
  return { forty, looking, two };
}

const saturation = (engine) => (bench) =>
  withProduct(bench, { engine }, ({ database, api, pids }) =>
    lifecycles(bench, { target: 'http', url: api.url }, database, pids),
  );

const ownProcess = (target) => async (bench) => {
  const database = await bench.database();
  return closing([database], () => lifecycles(bench, { target }, database, {}));
};

const overHttp = (bench, { database, api, pids }, job) =>
  bench.measure({ target: 'http', url: api.url, clients: 0, ...job }, database, pids);

/** Open tasks, half of them in one queue, and finished histories. */
async function backlog(bench, product, { wantFinished, wantOpen } = { wantFinished: 20_000, wantOpen: 100_000 }) {
  const { finished, open } = sizes(bench);
  await overHttp(bench, product, { kind: 'seed', finished, open, clients: 20 });
  const { url } = product.database;
  const rows = await multiply(url, { finished, open, wantFinished, wantOpen });
  await untilInTree(url);
  return rows;
}

export const BENCHES = {
  floor: { about: 'the lifecycle in plain SQL, clients in process', run: ownProcess('floor') },
  ledger: { about: 'the ledger in process, without HTTP', run: ownProcess('ledger') },
  saturation: { about: '40 and 2 closed-loop clients over HTTP, engine off', run: saturation(false) },
  'saturation-engine': { about: '40 and 2 closed-loop clients over HTTP, engine on', run: saturation(true) },
  'open-loop': {
    about: '100 acts/s over 40 connections, engine on',
    run: (bench) =>
      withProduct(bench, { engine: true }, ({ database, api, pids }) => {
        const { seconds } = sizes(bench);
        const job = {
          kind: 'openLoop',
          target: 'http',
          url: api.url,
          prefix: 'r',
          rate: 100,
          seconds,
          warm: 100,
          clients: 40,
        };
        return bench.measure(job, database, pids);
      }),
  },
  'catch-up': {
    about: 'nominations finished with the engine stopped, then the engine started',
    run: (bench) => catchUp(bench, withProduct, bench.quick ? 100 : 500),
  },
  'what-if': {
    about: '10,000 nominations with five past titles each, judged by another pack, in process',
    run: async (bench) => {
      const database = await bench.database();
      return closing([database], () => whatIfOf(bench, database, bench.quick ? 1_000 : 10_000, bench.quick ? 1 : 3));
    },
  },
  log: {
    about: '1,000,000 facts in the log: behind a commit, proofs, a bundle, bytes a fact; acts with and without it',
    run: async (bench) => {
      const database = await bench.database();
      const job = bench.quick
        ? { facts: 20_000, rounds: 2, perRound: 40 }
        : { facts: 1_000_000, rounds: 9, perRound: 300 };
      return closing([database], () => logBench(bench, database, job));
    },
  },
  plans: {
    about: 'a plan for 500 units and 7 years, 20,000 obligations: laid out, reminded of, its page at 4 clients',
    run: async (bench) => {
      const database = await bench.database();
      const size = bench.quick ? { unitCount: 50, passes: 3 } : { unitCount: 500, passes: 9 };
      const times = bench.quick ? 40 : 200;
      return closing([database], () =>
        plansBench(bench, database, size, (page, engineAtWork) =>
          serving(bench, database, { engine: true }, async ({ api, pids }) => {
            const engine = await engineAtWork();
            const job = { kind: 'pages', target: 'http', url: api.url, clients: 4, times, warm: 20, page };
            return { ...engine, pages: await bench.measure(job, database, pids) };
          }),
        ),
      );
    },
  },
  volume: {
    about: 'inbox with 100,000 open tasks, history among 20,000 finished, 10 clients',
    run: (bench) =>
      withProduct(bench, { engine: false }, async (product) => {
        const { finished, passes } = sizes(bench);
        const rows = await backlog(bench, product);
        const asked = { clients: 10, passes, warm: 100, small: 500, large: 200, finished, copies: 20_000 / finished };
        return { rows, ...(await overHttp(bench, product, { kind: 'queries', ...asked })) };
      }),
  },
  'inbox-browser': {
    about: 'the inbox of 50,000 among 100,000 open tasks in Chromium: loaded, searched, sorted, scrolled through',
    run: async (bench) => {
      const browserPath = await provideBrowser();
      if (browserPath === undefined) throw new Expected('this bench needs a Chromium (above)');
      return withProduct(bench, { engine: false }, async (product) => {
        const rows = await backlog(bench, product, bench.quick ? { wantFinished: 500, wantOpen: 10_000 } : undefined);
        await spreadDates(product.database.url);
        const { open } = sizes(bench);
        const asked = bench.quick ? { passes: 2, pages: 20 } : { passes: 10, pages: 200 };
        return { rows, ...(await overHttp(bench, product, { kind: 'browser', browserPath, open, ...asked })) };
      });
    },
  },
};
