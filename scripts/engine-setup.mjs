#!/usr/bin/env node
/** For installations that bring their own Temporal server: the namespace and search attributes `npm start` makes by itself. */
import { reportAndExit, say } from './lib/say.mjs';
import { ensureNamespace } from './lib/temporal.mjs';
import { until } from './lib/ports.mjs';

const { TEMPORAL_ADDRESS: address = '127.0.0.1:7233', TEMPORAL_NAMESPACE: namespace } = process.env;

try {
  let complaint;
  const done = await until(
    () =>
      ensureNamespace(address, namespace).then(
        () => true,
        (error) => {
          complaint = error;
          return false;
        },
      ),
    { timeoutMs: 120_000, everyMs: 2000 },
  );
  if (!done) throw complaint;
  say(`${address} is ready`);
} catch (error) {
  reportAndExit(error);
}
