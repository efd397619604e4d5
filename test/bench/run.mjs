// npm run bench -- NAME: readable lines, and last one line of JSON. Each bench measures its own limit in the same run.
import { readdir } from 'node:fs/promises';

const suffix = '.bench.mjs';
const files = await readdir(new URL('.', import.meta.url));
const names = files.filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length));
const [name = ''] = process.argv.slice(2);

if (names.includes(name)) {
  const { default: bench } = await import(`./${name}${suffix}`);
  console.log(JSON.stringify({ bench: name, ...(await bench(console.log)) }));
} else {
  console.error(`npm run bench -- ${names.toSorted().join(' | ')}`);
  process.exitCode = 1;
}
