/** How load is put on and how times are told: closed loop (clients wait for their answer) and open loop (time does not). */

export const now = () => Number(process.hrtime.bigint()) / 1e6;

export function quantiles(list) {
  if (list.length === 0) return { n: 0 };
  const sorted = Float64Array.from(list).sort();
  const at = (p) => Number(sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)].toFixed(2));
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** `clients` loops take numbers from 0 to n-1 until none is left; seconds from first to last. */
export async function closedLoop(clients, n, body) {
  let next = 0;
  const began = now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let i; (i = next++) < n;) await body(i, client);
    }),
  );
  return (now() - began) / 1000;
}

/** Nominations through their four human acts; with `looking`, each is looked up first as a person's screen does. */
export async function lifecycle(target, nominations, clients, looking = false) {
  const draft = [];
  const act = [];
  const withLookUp = [];
  const seconds = await closedLoop(clients, nominations.length, async (i, client) => {
    const nomination = nominations[i];
    const began = now();
    await target.draft(nomination, client);
    draft.push(now() - began);
    for (let k = 0; k < 4; k += 1) {
      const a = now();
      const visit = looking ? await target.find(nomination, k, client) : k;
      const b = now();
      await target.act(nomination, k, visit, client);
      const e = now();
      act.push(e - b);
      withLookUp.push(e - a);
    }
  });
  return {
    seconds,
    nominationsPerSecond: nominations.length / seconds,
    draft: quantiles(draft),
    act: quantiles(act),
    ...(looking ? { withLookUp: quantiles(withLookUp) } : {}),
  };
}

/**
 * One act every 1000/rate ms, whether earlier ones are answered or not. A time begins when the act was due to be sent, so
 * a stalled server cannot hide the acts that had to wait behind it (coordinated omission). `run` is called in order.
 */
export async function openLoop({ rate, seconds, connections }, run) {
  const total = rate * seconds;
  const times = new Array(total);
  const waiting = [];
  const queue = new Array(seconds).fill(0);
  const idle = Array.from({ length: connections }, (_, client) => client);
  const flying = new Set();
  const began = now() + 50;
  const dueAt = (j) => began + (j * 1000) / rate;
  const send = (j, client) => {
    const job = run(j, client).then(() => {
      times[j] = now() - dueAt(j);
      flying.delete(job);
      const after = waiting.shift();
      if (after === undefined) idle.push(client);
      else send(after, client);
    });
    // A refusal must end the bench at once, not when everything is awaited at the end.
    job.catch(() => undefined);
    flying.add(job);
  };
  for (let j = 0; j < total;) {
    while (j < total && dueAt(j) <= now()) {
      const client = idle.shift();
      if (client === undefined) waiting.push(j);
      else send(j, client);
      j += 1;
    }
    const second = Math.min(seconds - 1, Math.max(0, Math.floor((now() - began) / 1000)));
    queue[second] = Math.max(queue[second], flying.size + waiting.length);
    await new Promise((r) => setTimeout(r, 1));
  }
  while (flying.size > 0) await Promise.all([...flying]);
  const third = Math.floor(total / 3);
  return {
    rate,
    act: quantiles(times),
    thirds: [0, 1, 2].map((t) => quantiles(times.slice(t * third, (t + 1) * third))),
    longestQueueBySecond: queue,
  };
}
