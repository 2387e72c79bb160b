/** The server's own configuration: SQLite in the data directory, four services on free ports, nothing beyond 127.0.0.1. */

export const SERVICES = ['frontend', 'history', 'matching', 'worker'];
/** A gRPC and a membership port for each service. */
export const PORTS_NEEDED = SERVICES.length * 2;

export const DYNAMIC = {
  // The default of one second is added to every timer; a rehearsal of seven years fires thousands.
  'history.timerProcessorMaxTimeShift': '20ms',
  // The namespace and its search attributes are used the moment they are registered.
  'system.forceSearchAttributesCacheRefreshOnRead': true,
};

export function serverConfig({ database, dynamicConfig, ports }) {
  const store = {
    sql: {
      user: '',
      password: '',
      pluginName: 'sqlite',
      databaseName: database,
      connectAddr: 'localhost',
      connectProtocol: 'tcp',
      connectAttributes: { cache: 'private', setup: 'true', journal_mode: 'wal', synchronous: '2' },
      maxConns: 1,
      maxIdleConns: 1,
      maxConnLifetime: '1h',
    },
  };
  const [frontend] = ports;
  const services = SERVICES.map((name, index) => [
    name,
    { rpc: { grpcPort: ports[index], membershipPort: ports[SERVICES.length + index], bindOnLocalHost: true } },
  ]);
  const address = `127.0.0.1:${frontend}`;
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'sqlite',
      visibilityStore: 'sqlite',
      numHistoryShards: 4,
      datastores: { sqlite: store },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: Object.fromEntries(services),
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: address },
      },
    },
    publicClient: { hostPort: address },
    dcRedirectionPolicy: { policy: 'noop' },
    dynamicConfigClient: { filepath: dynamicConfig, pollInterval: '60s' },
  };
}

/** The file format wants a list of values, each with the constraints it holds under. */
export function dynamicConfig() {
  return Object.fromEntries(Object.entries(DYNAMIC).map(([key, value]) => [key, [{ value, constraints: {} }]]));
}
