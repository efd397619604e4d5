import type { Alternative } from '#libs/contracts';
import { ApiProblem } from '../api/problem.js';
import { useFormats } from '../i18n/use-formats.js';
import { useT } from '../i18n/use-t.js';
import { Button } from './button.js';
import { Notice } from './notice.js';

interface Props {
  error: Error;
  timeZone?: string;
  /** Takes up one of the things that would work instead. */
  onAlternative?: (alternative: Alternative) => void;
}

/** A refusal in full: what happened, every rule that said no, and what would work. */
export function ProblemNotice({ error, timeZone = 'Europe/Helsinki', onAlternative }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  if (!(error instanceof ApiProblem)) return <Notice tone="error" title={t('error.unreachable')} />;
  const { detail, title, reasons = [], errors = [], alternatives = [] } = error.problem;
  const others = reasons.filter(({ text }) => text !== detail);
  return (
    <Notice tone="error" title={detail || title}>
      {(others.length > 0 || errors.length > 0) && (
        <ul>
          {others.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
          {errors.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
      {onAlternative && alternatives.length > 0 && (
        <div className="stack-tight">
          <p>{t('error.alternatives')}</p>
          <ul className="button-row">
            {alternatives.map((alternative) => (
              <li key={`${alternative.resource ?? alternative.pool}${alternative.startsAt}`}>
                <Button onPress={() => onAlternative(alternative)}>
                  {alternative.name} · {formats.dayTimeRange(alternative.startsAt, alternative.endsAt)}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Notice>
  );
}
