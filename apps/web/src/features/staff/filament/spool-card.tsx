import { Link } from 'wouter';
import type { Spool } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { SpoolActs } from './spool-acts.js';
import { spoolName } from './spool-name.js';
import { SpoolSummary } from './spool-summary.js';

export function SpoolCard({ spool }: { spool: Spool }) {
  const t = useT();
  const { colorHex, number } = spool;
  return (
    <li className="card stack">
      <h3 className="spool-name">
        {colorHex && <span className="spool-color" style={{ background: `#${colorHex}` }} aria-hidden="true" />}
        <Link href={`/staff/filament/${number}`}>{spoolName(t, spool)}</Link>
      </h3>
      <SpoolSummary spool={spool} />
      <SpoolActs spool={spool} />
    </li>
  );
}
