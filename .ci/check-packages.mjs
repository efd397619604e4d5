// What we take from others: whole, from the registry alone, under licences that fit ours, and without known holes.
// The first three are read from the lock file. The last asks the registry; where it cannot be asked, this says so, and
// fails when `--audit` was given.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const acceptable = new Set(
  [
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
    'MPL-2.0',
  ].concat(['Python-2.0', 'Unlicense', 'WTFPL', 'Zlib']),
);
// Data, not code; and packages whose licence is in their file alone.
const looked = {
  'caniuse-lite': 'CC-BY-4.0',
  'date-holidays': 'CC-BY-3.0 for the names of the days',
  memorystream: 'MIT',
  busboy: 'MIT',
  'humanize-number': 'MIT',
  only: 'MIT',
  streamsearch: 'MIT',
};

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const entries = Object.entries(packages).filter(([path]) => path !== '');
const faults = entries.flatMap(([path, entry]) => faultsOf(path, entry).map((fault) => `${path}: ${fault}`));

function faultsOf(path, { integrity, resolved, license, link }) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return [
    ...(integrity?.startsWith('sha512-') && !link ? [] : ['has no SHA-512 to be compared with']),
    ...(resolved === undefined ? [] : [`comes from ${resolved}`]),
    ...(name in looked || isAcceptable(license ?? 'none') ? [] : [`is under the licence ${license ?? 'none'}`]),
  ];
}

function isAcceptable(expression) {
  const alternatives = expression.replace(/[()]/g, '').split(' OR ');
  return alternatives.some((all) => all.split(' AND ').every((licence) => acceptable.has(licence)));
}

/** @returns what the registry knows against what runs in production, or why it could not be asked */
function audit() {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  const answer = parse(stdout);
  if (answer?.vulnerabilities === undefined) return { unknown: answer?.message ?? 'the registry did not answer' };
  return { holes: Object.values(answer.vulnerabilities).filter(({ severity }) => /high|critical/.test(severity)) };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

for (const fault of faults) console.error(fault);
console.log(`${entries.length} packages in the lock file, ${faults.length} faults`);
let failed = faults.length > 0;

if (!process.argv.includes('--offline')) {
  const { holes = [], unknown } = audit();
  for (const { name, severity, range } of holes) console.error(`${name} ${range}: known hole, ${severity}`);
  if (unknown === undefined) console.log(`${holes.length} known holes of high or critical severity`);
  else console.warn(`NOT AUDITED for known holes: ${unknown}`);
  failed ||= holes.length > 0 || (unknown !== undefined && process.argv.includes('--audit'));
}
process.exit(failed ? 1 : 0);
