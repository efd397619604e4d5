import { rm } from 'node:fs/promises';

export default async function teardown() {
  globalThis.testPostgres.users -= 1;
  if (globalThis.testPostgres.users > 0) return;
  const { folder, postgres } = await globalThis.testPostgres.server;
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
