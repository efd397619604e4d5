// What can be known about docker/ without an engine: the compose file parses, names only settings the programs read,
// takes every secret from the environment, mounts files that exist; the Dockerfile copies files that exist.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const read = (path) => readFileSync(path, 'utf8');
const namesIn = (text, pattern) => new Set(Array.from(text.matchAll(pattern), ([, name]) => name));

const source = read('docker/compose.yml');
const compose = parse(source, { merge: true });

/** Made on the spot by whoever runs the hub; docs/operating.md says how. */
const madeByOperator = ['./printers.json'];

/** Settings that a schema names, or that a function takes out of the environment by name. */
function settingsRead(path) {
  const text = read(path);
  const taken = Array.from(text.matchAll(/\{ ([A-Z_, ]+) \}: NodeJS\.ProcessEnv/g), ([, names]) => names.split(', '));
  return new Set([...namesIn(text, /^\s+([A-Z][A-Z_]+):/gm), ...taken.flat()]);
}

function checkSettings(service, known) {
  const own = Object.keys(compose.services[service].environment);
  const unknown = own.filter((name) => !known.has(name));
  assert.deepEqual(unknown, [], `${service}: nothing reads these settings`);
}

checkSettings('api', settingsRead('libs/platform/src/config/config.ts'));
checkSettings('worker', settingsRead('libs/platform/src/config/config.ts'));
checkSettings('bridge', settingsRead('hardware-bridge/src/config.ts'));

const wanted = namesIn(source, /\$\{([A-Z_]+)/g);
const offered = namesIn(read('docker/.env.example'), /^([A-Z_]+)=/gm);
const operatorsChoice = new Set(['HTTP_PORT', 'HTTPS_PORT', 'MQTT_BIND']);
assert.deepEqual(
  [...wanted].filter((name) => !offered.has(name) && !operatorsChoice.has(name)),
  [],
);
assert.deepEqual(
  [...offered].filter((name) => !wanted.has(name)),
  [],
  '.env.example: nothing uses these',
);

const withDefault = namesIn(source, /\$\{([A-Z_]*(?:PASSWORD|KEY|SECRET)[A-Z_]*):-[^}]/g);
assert.deepEqual([...withDefault], [], 'a secret must not have a default');
assert.doesNotMatch(
  read('docker/.env.example'),
  /^[A-Z_]*(PASSWORD|SECRET_KEY)=./m,
  'a secret must not have a default',
);

for (const [name, service] of Object.entries(compose.services)) {
  for (const volume of service.volumes ?? []) {
    const [from] = volume.split(':');
    const there = from.startsWith('./') ? existsSync(`docker/${from}`) : from in compose.volumes;
    assert.ok(there || madeByOperator.includes(from), `${name} mounts ${from}, which does not exist`);
  }
  const waitsFor = Object.keys(service.depends_on ?? {});
  assert.ok(
    waitsFor.every((other) => other in compose.services),
    `${name} waits for an unknown service`,
  );
}

const dockerfile = read('docker/Dockerfile').replaceAll('\\\n', ' ');
for (const [, args] of dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)) {
  const sources = args.split(/\s+/).filter((word) => !word.startsWith('--'));
  for (const path of sources.slice(0, -1))
    assert.ok(existsSync(path), `Dockerfile copies ${path}, which does not exist`);
}
const targets = namesIn(dockerfile, /^FROM \S+ AS (\S+)$/gm);
for (const { build } of Object.values(compose.services)) {
  if (build) assert.ok(targets.has(build.target), `Dockerfile has no target ${build.target}`);
}

console.log(
  `docker/: ${Object.keys(compose.services).length} services, ${wanted.size} settings, ${targets.size} stages in order`,
);
