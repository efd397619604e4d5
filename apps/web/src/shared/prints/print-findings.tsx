import type { Finding } from '#libs/contracts';
import { useT } from '../i18n/use-t.js';
import { Notice } from '../ui/notice.js';
import { findingKey } from './finding-key.js';

/** What a person should know about the file before it is printed. */
export function PrintFindings({ findings }: { findings: readonly Finding[] }) {
  const t = useT();
  if (findings.length === 0) return null;
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  return (
    <Notice tone={hasErrors ? 'error' : 'warning'} title={t('finding.title')} live={false}>
      <ul>
        {findings.map((finding, index) => (
          <li key={`${finding.code}${index}`}>
            {t(findingKey(finding.code), { ...finding.params, code: finding.code })}
            {finding.line !== null && ` (${t('finding.line', { line: finding.line })})`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
