import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { Config, describeStartupFault, migrate } from '#libs/platform';
import { createApi } from './api.js';

const webRoot = fileURLToPath(new URL('../../../web', import.meta.url));

async function main(): Promise<void> {
  const config = Config.parse(process.env);
  await migrate(config.databaseUrl, config.redisUrl === undefined);
  const app = await createApi(config, webRoot);
  // By process.exit: as the first process of a container it would not end by a signal to itself.
  app.enableShutdownHooks(undefined, { useProcessExit: true });
  await app.listen(config.port, config.host);
}

main().catch((error: unknown) => {
  for (const fault of describeStartupFault(error)) process.stderr.write(`${fault}\n`);
  process.exit(1);
});
