import { readEnvironment } from '../../libs/config/env.js';
import { Worlds } from '../../libs/ledger/worlds.js';
import { createApp } from './app.js';
import { endingOf } from './ending.js';
import { RelayLink } from './engine/relay-link.js';

const POOL = 20;

const environment = readEnvironment();
const worlds = new Worlds({ ownerUrl: environment.DATABASE_URL, appUrl: environment.DATABASE_APP_URL, poolSize: POOL });
await worlds.migrate();
const app = await createApp({ environment, worlds, engine: new RelayLink(environment) });
await app.listen(environment.PORT, environment.HOST);
process.stdout.write(`Vinh Danh api is ready at ${await app.getUrl()}\n`);

const end = endingOf({
  close: async () => {
    await app.close();
    await worlds.close();
  },
  exit: (code) => process.exit(code),
  say: (line) => process.stderr.write(`${line}\n`),
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
