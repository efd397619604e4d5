import { useDuration } from '../i18n/use-duration.js';
import { useT } from '../i18n/use-t.js';
import { Progress } from '../ui/progress.js';
import { useNow } from '../ui/use-now.js';

interface Props {
  label: string;
  share: number;
  endsAt: string | null;
  labelHidden?: boolean;
}

/** How far a print is and how long it still takes. */
export function PrintingProgress({ label, share, endsAt, labelHidden }: Props) {
  const t = useT();
  const duration = useDuration();
  const now = useNow(10_000);
  const left = endsAt === null ? null : (Date.parse(endsAt) - now) / 1000;
  const note = left !== null && left > 0 ? t('print.timeLeft', { duration: duration(left) }) : undefined;
  return <Progress label={label} share={share} note={note} labelHidden={labelHidden ?? false} />;
}
