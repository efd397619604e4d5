// Leaves in package.json only the dependencies one image needs; the lock file keeps deciding their versions.
// usage: node keep-dependencies.mjs --only NAME… | --without NAME…
import { readFileSync, writeFileSync } from 'node:fs';

const [mode, ...names] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const unknown = names.filter((name) => !(name in manifest.dependencies));
if ((mode !== '--only' && mode !== '--without') || names.length === 0 || unknown.length > 0) {
  console.error(`usage: --only NAME… | --without NAME…  (not a dependency: ${unknown.join(' ') || 'none named'})`);
  process.exit(2);
}
const keep = (name) => names.includes(name) === (mode === '--only');
manifest.dependencies = Object.fromEntries(Object.entries(manifest.dependencies).filter(([name]) => keep(name)));
// The embedded PostgreSQL is for the hub in one process, not for images.
delete manifest.optionalDependencies;
delete manifest.devDependencies;
writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
