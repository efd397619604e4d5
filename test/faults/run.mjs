// What becomes of prints when programs are killed, lines break and queues forget, counted:
// npm run faults -- --rounds 20, or some of them: npm run faults -- bridge queue --rounds 20
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '20' } },
  allowPositionals: true,
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1');
const counted = ['killed-while-printing', 'queue-forgets', 'bridge'];
const wanted = positionals.length === 0 ? counted : positionals;

const folder = mkdtempSync(join(tmpdir(), 'digikeskus-faults-'));
const report = join(folder, 'counts');
const { status } = spawnSync('npx', ['jest', '--selectProjects', 'faults', '--maxWorkers', '1', '--', ...wanted], {
  stdio: 'inherit',
  env: { ...process.env, FAULT_ROUNDS: String(rounds), FAULT_REPORT: report },
});
try {
  if (existsSync(report)) console.log(`\n${table(readFileSync(report, 'utf8'))}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = status ?? 1;

/** A row for each fault: what befell, and what was counted of it. */
function table(lines) {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const width = Math.max(...rows.map(({ fault }) => fault.length));
  return rows.map(({ fault, ...counts }) => `${fault.padEnd(width)}  ${describe(counts)}`).join('\n');
}

/** `{ prints: 20, starts: { 1: 20 } }` as `prints 20, starts 1×20`. */
function describe(counts) {
  return Object.entries(counts)
    .map(([name, value]) => `${name} ${typeof value === 'object' ? times(value) : value}`)
    .join(', ');
}

function times(counts) {
  return Object.entries(counts)
    .map(([what, count]) => `${what}×${count}`)
    .join(' ');
}
