// What a resident's phone loads before the first page is there, compressed: it must not grow unseen.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('../apps/web', import.meta.url));
const mostKilobytes = 150;
/** The page, its language and its routes; the service worker comes when the page is there. */
const firstPage = ['web/index.html', 'messages/fi.ts', 'resident/resident-routes.tsx'];

const { output } = await build({ root, logLevel: 'silent', build: { write: false } });
const byName = new Map(output.map((file) => [file.fileName, file]));
const parts = new Map();

function take(file) {
  if (!file || parts.has(file.fileName)) return;
  parts.set(file.fileName, gzipSync(file.code ?? file.source, { level: 9 }).length / 1000);
  for (const name of file.imports ?? []) take(byName.get(name));
  for (const name of file.viteMetadata?.importedCss ?? []) take(byName.get(name));
}

const chunks = output.filter(({ type }) => type === 'chunk');
const starts = chunks.filter(({ facadeModuleId }) => firstPage.some((page) => facadeModuleId?.endsWith(page)));
if (starts.length !== firstPage.length) throw new Error('the first page is made of other parts by now');
starts.forEach(take);

const total = [...parts.values()].reduce((sum, each) => sum + each, 0);
const largest = [...parts].toSorted(([, a], [, b]) => b - a).slice(0, 6);
console.log(`first page: ${total.toFixed(1)} kB of at most ${mostKilobytes} kB, compressed, in ${parts.size} files`);
for (const [name, kilobytes] of largest) console.log(`  ${kilobytes.toFixed(1).padStart(6)} kB  ${name}`);
if (total > mostKilobytes) process.exitCode = 1;
