import 'reflect-metadata';
import { Config, describeStartupFault, migrate } from '#libs/platform';
import { startHealthServer } from './health-server.js';
import { checkWorker, createWorker } from './worker.js';

async function main(): Promise<void> {
  const config = Config.parse(process.env);
  await migrate(config.databaseUrl, config.redisUrl === undefined);
  const worker = await createWorker(config);
  worker.enableShutdownHooks();
  await startHealthServer(config, () => checkWorker(worker));
}

main().catch((error: unknown) => {
  for (const fault of describeStartupFault(error)) process.stderr.write(`${fault}\n`);
  process.exit(1);
});
