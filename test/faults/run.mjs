// What becomes of prints when programs are killed and queues forget, counted: npm run faults -- --rounds 20
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1');

const folder = mkdtempSync(join(tmpdir(), 'digikeskus-faults-'));
const report = join(folder, 'counts');
const { status } = spawnSync(
  'npx',
  ['jest', '--selectProjects', 'faults', '--maxWorkers', '1', '--', 'killed-while-printing', 'queue-forgets'],
  { stdio: 'inherit', env: { ...process.env, FAULT_ROUNDS: String(rounds), FAULT_REPORT: report } },
);
try {
  console.log(`\n${readFileSync(report, 'utf8')}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = status ?? 1;
