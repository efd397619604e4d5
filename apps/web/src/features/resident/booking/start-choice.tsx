import type { TimeRange } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import type { PickedTime } from './time-choice.js';

interface Props {
  picked: PickedTime;
  /** The start that is chosen now. */
  value: string;
  timeZone: string;
  onChange: (time: TimeRange) => void;
}

/** When exactly within the hour that was pointed at; not there when there is nothing to choose. */
export function StartChoice({ picked, value, timeZone, onChange }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  if (picked.starts.length < 2 || !picked.starts.includes(value)) return null;
  return (
    <ChoiceGroup
      label={t('times.start')}
      value={value}
      choices={picked.starts.map((instant) => ({ value: instant, content: formats.time(instant) }))}
      onChange={(startsAt) =>
        onChange({ startsAt, endsAt: new Date(Date.parse(startsAt) + picked.minutes * 60_000).toISOString() })
      }
    />
  );
}
