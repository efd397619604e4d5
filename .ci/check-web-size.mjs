// What a phone and the screen on the wall load before their first page is there, compressed: it must not grow unseen.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('../apps/web', import.meta.url));
/** By the modules they begin with: the app, its texts and its pages. The service worker comes when the page is there. */
const pages = [
  {
    name: 'first page',
    mostKilobytes: 150,
    modules: ['main.ts', 'start.tsx', 'messages/fi.ts', 'site.tsx', 'resident-routes.tsx'],
  },
  { name: 'kiosk', mostKilobytes: 110, modules: ['main.ts', 'start.tsx', 'messages/kiosk-fi.ts', 'kiosk-page.tsx'] },
];

const { output } = await build({ root, logLevel: 'silent', build: { write: false } });
const byName = new Map(output.map((file) => [file.fileName, file]));

function take(file, parts) {
  if (!file || parts.has(file.fileName)) return;
  parts.set(file.fileName, gzipSync(file.code ?? file.source, { level: 9 }).length / 1000);
  for (const name of file.imports ?? []) take(byName.get(name), parts);
  for (const name of file.viteMetadata?.importedCss ?? []) take(byName.get(name), parts);
}

function fileWith(module) {
  const file = output.find(({ moduleIds }) => moduleIds?.some((id) => id.endsWith(`/${module}`)));
  if (!file) throw new Error(`the app is made of other parts by now: there is no ${module}`);
  return file;
}

for (const { name, mostKilobytes, modules } of pages) {
  const parts = new Map();
  for (const module of modules) take(fileWith(module), parts);
  const total = [...parts.values()].reduce((sum, each) => sum + each, 0);
  console.log(`${name}: ${total.toFixed(1)} kB of at most ${mostKilobytes} kB, compressed, in ${parts.size} files`);
  const largest = [...parts].toSorted(([, a], [, b]) => b - a).slice(0, 6);
  for (const [file, kilobytes] of largest) console.log(`  ${kilobytes.toFixed(1).padStart(6)} kB  ${file}`);
  if (total > mostKilobytes) process.exitCode = 1;
}
