/** The figures as a table people can read, each beside the goal it is held against. */

const ms = (q, ...names) => names.map((name) => `${name} ${q?.[name] ?? '-'}`).join(', ');
const cores = (used = {}) =>
  Object.entries(used)
    .map(([name, n]) => `${name} ${n}`)
    .join(', ');

function lifecycleRows(name, { forty, looking, two }, goals = {}) {
  return [
    [`${name}: nominations/s, 40 clients`, forty.nominationsPerSecond.toFixed(0), goals.rate],
    [`${name}: act, 40 clients, ms`, ms(forty.act, 'p50', 'p95', 'p99'), goals.forty],
    [`${name}: nominations/s, 40 clients, looking up before each act`, looking.nominationsPerSecond.toFixed(0)],
    [`${name}: look-up + act, 40 clients, ms`, ms(looking.withLookUp, 'p50', 'p95', 'p99')],
    [`${name}: draft, 40 clients, ms`, ms(forty.draft, 'p50', 'p95')],
    [`${name}: act, 2 clients, ms`, ms(two.act, 'p50', 'p95'), goals.two],
    [`${name}: look-up + act, 2 clients, ms`, ms(two.withLookUp, 'p50', 'p95')],
    [`${name}: WAL per nomination, KiB`, String(forty.walKiBPerNomination), goals.wal],
    [`${name}: rows per nomination, ins/upd/del`, forty.rows.total],
    ...resources(name, forty),
  ];
}

const resources = (name, run) => [
  [`${name}: cores used`, cores(run.cores)],
  ...(run.cpuMsPerNomination === undefined ? [] : [[`${name}: CPU per nomination, ms`, cores(run.cpuMsPerNomination)]]),
  ...(run.cpuMsPerRequest === undefined ? [] : [[`${name}: CPU per request, ms`, cores(run.cpuMsPerRequest)]]),
  [`${name}: peak memory, MiB`, cores(run.peakMiB), 'api < 300, worker < 450'],
  ...(run.loadBefore === undefined ? [] : [[`${name}: load average before`, String(run.loadBefore)]]),
];

const worst = (passes, name) => passes.map((pass) => pass[name]).join(' / ');

const sections = {
  floor: (r) => lifecycleRows('floor', r),
  ledger: (r) => lifecycleRows('ledger', r),
  saturation: (r) =>
    lifecycleRows('engine off', r, {
      rate: '>= 140',
      forty: 'p95 < 120',
      two: 'p50 < 6, p95 < 12',
      wal: '< 30',
    }),
  'saturation-engine': (r) => lifecycleRows('engine on', r, { rate: '>= 50', forty: 'p95 < 340', wal: '< 30' }),
  'open-loop': (r) => [
    [`open loop ${r.rate} acts/s, ms`, ms(r.act, 'p50', 'p95', 'p99', 'max'), 'p50 < 15, p99 < 150'],
    ['open loop: p99 of each third, ms', r.thirds.map((t) => t.p99).join(' / '), 'not growing'],
    ['open loop: longest queue', String(Math.max(...r.longestQueueBySecond))],
    ...resources('open loop', r),
  ],
  'catch-up': (r) => [
    [`catch-up of ${r.n}, nominations/s`, String(r.nominationsPerSecond), '>= 20, aim 40'],
    ['catch-up: once the worker had joined', String(r.nominationsPerSecondOnceJoined)],
    ...resources('catch-up', r),
  ],
  'what-if': (r) => [
    [`what-if of ${r.n} nominations, s by pass`, r.seconds.join(' / '), '< 20'],
    ['what-if: who loses', String(r.loses)],
  ],
  log: (r) => [
    [`log of ${r.facts} facts: taken in, facts/s`, String(r.factsPerSecond)],
    ['log: from commit into the tree, ms', ms(r.lagMs, 'p50', 'p95', 'max'), '< 1000'],
    ['log: two proofs, ms', ms(r.proofMs, 'p50', 'p95', 'max'), 'p95 < 50'],
    [`log: a bundle of ${r.bundleKiB} KiB, ms`, ms(r.bundleMs, 'p50', 'p95', 'max'), 'p95 < 1000'],
    ['log: its verification, ms', ms(r.verifyMs, 'p50', 'p95'), '< 1000'],
    ['log: bytes a fact', String(r.bytesPerFact)],
    [`log: acts with it / without it, median of ${r.paired.rounds} pairs`, ms(r.paired.ratio, 'p50', 'p95'), '<= 1.10'],
  ],
  plans: (r) => [
    [`plan of ${r.units} units, ${r.planned} obligations: laid out, s`, String(Math.max(...r.planSeconds)), '< 2'],
    [`plan: a duty asked of ${r.units} units by the engine, s`, String(r.askedSeconds)],
    [`plan: ${r.units} units reminded, s by step`, Object.values(r.reminderSeconds).join(' / '), '< 300'],
    ...['overview', 'campaign', 'timeline', 'progress', 'questions', 'units', 'late', 'targets'].map((name) => [
      `plan: ${name} of the page, 4 clients, ms`,
      ms(r.pages[name], 'p50', 'p95', 'max'),
      'p95 < 100',
    ]),
    ...resources('plan', r.pages),
  ],
  volume: (r) => [
    ['inbox of 1,000 among 100,000, p50 ms by pass', worst(r.inboxOf1000, 'p50')],
    ['inbox of 1,000 among 100,000, p95 ms by pass', worst(r.inboxOf1000, 'p95'), '< 20'],
    ['inbox of 50,000, p50 ms by pass', worst(r.inboxOf50000, 'p50')],
    ['inbox of 50,000, p95 ms by pass', worst(r.inboxOf50000, 'p95'), '< 20'],
    ['history among 20,000, p50 ms by pass', worst(r.history, 'p50')],
    ['history among 20,000, p95 ms by pass', worst(r.history, 'p95'), '< 20'],
    ['volume: facts, open tasks, MiB', `${r.rows.facts}, ${r.rows.openTasks}, ${r.rows.databaseMiB}`],
    ...resources('volume', r),
  ],
  'inbox-browser': ({ load, common, rare, sort, scroll, ...r }) => [
    [
      'browser: script until rows stand there / with the task beside them, KiB',
      `${load.scriptKiB} / ${load.wholeScriptKiB}`,
      '< 300',
    ],
    ['browser: everything sent until rows stand there, KiB', String(load.allKiB)],
    [
      `browser: inbox of ${r.rows.openTasks / 2} opened for the first time, rows after ms`,
      ms(load.rowsMs, 'p50', 'p95', 'max'),
    ],
    ...[
      ['letter many names have typed', common],
      ['name of 25 tasks typed', rare],
      ['order chosen', sort],
    ].map(([what, choice]) => [`browser: ${what}, other rows after ms`, ms(choice.rowsMs, 'p50', 'p95', 'max')]),
    [
      'browser: longest stall: load, letter, name, order, ms',
      [load, common, rare, sort].map(({ longestMs }) => longestMs.max).join(' / '),
    ],
    [`browser: ${scroll.pages} pages of 100 scrolled through, s`, String(scroll.seconds)],
    ['browser: frames while scrolling, ms', ms(scroll.framesMs, 'p50', 'p95', 'p99', 'max')],
    [
      'browser: stalls of 50 ms and more while scrolling',
      `${scroll.longTasksMs.n}, ${ms(scroll.longTasksMs, 'p50', 'max')}`,
    ],
    ['browser: rows in the page at the end', `${scroll.rowsInPage}, at row ${scroll.row}`],
    ...resources('browser', r),
  ],
};

export function table({ machine, quick, benches, failed }) {
  const rows = Object.entries(benches).flatMap(([name, result]) => sections[name](result));
  const width = [0, 1].map((i) => Math.max(10, ...rows.map((row) => row[i].length)));
  const lines = rows.map(([what, value, goal = '']) =>
    `${what.padEnd(width[0])}  ${value.padEnd(width[1])}  ${goal}`.trimEnd(),
  );
  const { floor, saturation, ledger } = benches;
  const ratio = (r) => (floor.forty.nominationsPerSecond / r.forty.nominationsPerSecond).toFixed(1);
  if (floor && ledger) lines.push(`the floor does ${ratio(ledger)} times the nominations of the ledger in process`);
  if (floor && saturation)
    lines.push(`the floor does ${ratio(saturation)} times the nominations of the product over HTTP`);
  const head = `${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${machine.node}, commit ${machine.commit}, load ${machine.loadAverage.join(' ')}${quick ? ', QUICK' : ''}`;
  return [head, '', ...lines, ...failed.map((name) => `${name}: FAILED`)].join('\n');
}
