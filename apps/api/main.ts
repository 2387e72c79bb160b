import { readEnvironment } from '../../libs/config/env.js';
import { Worlds } from '../../libs/ledger/worlds.js';
import { createApp } from './app.js';
import { RelayLink } from './engine/relay-link.js';

const POOL = 20;

const environment = readEnvironment();
const worlds = new Worlds({ ownerUrl: environment.DATABASE_URL, appUrl: environment.DATABASE_APP_URL, poolSize: POOL });
await worlds.migrate();
const app = await createApp({ environment, worlds, engine: new RelayLink(environment) });
await app.listen(environment.PORT, environment.HOST);
process.stdout.write(`Vinh Danh api is ready at ${await app.getUrl()}\n`);

let isEnding = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isEnding) return;
    isEnding = true;
    void app
      .close()
      .then(() => worlds.close())
      .then(() => process.exit(0));
  });
}
