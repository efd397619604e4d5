import { useIntl } from 'react-intl';
import type { Alarm } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Notice } from '../../../shared/ui/notice.js';
import { useAlarms } from './use-alarms.js';

interface Props {
  hub: string;
  timeZone: string;
  /** Only what is wrong with this printer. */
  printer?: string;
}

/** What somebody should go and look at; nothing when all is well. */
export function AlarmNotice({ hub, timeZone, printer }: Props) {
  const t = useT();
  const { data } = useAlarms(hub);
  const alarms = (data?.items ?? []).filter((alarm) => printer === undefined || alarm.printer?.slug === printer);
  if (alarms.length === 0) return null;
  return (
    <Notice tone="error" title={t('alarm.title')}>
      <ul className="stack-tight">
        {alarms.map((alarm) => (
          <li key={alarm.id}>
            <AlarmText alarm={alarm} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function AlarmText({ alarm, timeZone }: { alarm: Alarm; timeZone: string }) {
  const t = useT();
  const intl = useIntl();
  const formats = useFormats(timeZone);
  const { kind, printer, bridge, heat } = alarm;
  const name = printer?.name ?? bridge;
  const since = formats.soon(alarm.since);
  if (kind !== 'too_hot') return t(`alarm.${kind}`, { name, since });
  return t('alarm.too_hot', {
    name,
    since,
    heater: heat ? t(`print.${heat.heater}`) : '',
    celsius: intl.formatNumber(heat?.celsius ?? 0, { maximumFractionDigits: 0 }),
  });
}
