import 'reflect-metadata';
import { Config, describeStartupFault, migrate } from '#libs/platform';
import { startHealthServer } from './health-server.js';
import { checkWorker, createWorker } from './worker.js';

async function main(): Promise<void> {
  const config = Config.parse(process.env);
  await migrate(config.databaseUrl, config.redisUrl === undefined);
  const worker = await createWorker(config);
  // By process.exit: as the first process of a container it would not end by a signal to itself.
  worker.enableShutdownHooks(undefined, { useProcessExit: true });
  await startHealthServer(config, () => checkWorker(worker));
}

main().catch((error: unknown) => {
  for (const fault of describeStartupFault(error)) process.stderr.write(`${fault}\n`);
  process.exit(1);
});
