import { setFlagsFromString } from 'node:v8';

// A whole hub in one process on a small machine: collect garbage early rather than take more memory. Only what is
// loaded after it heeds it.
setFlagsFromString('--optimize-for-size');
const { run } = await import('./run.js');
process.exit(await run(process.env));
