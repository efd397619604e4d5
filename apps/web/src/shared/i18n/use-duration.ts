import { useCallback } from 'react';
import { useT } from './use-t.js';

/** "45 min", "1 t 30 min"; whole minutes, never less than one. */
export function useDuration(): (seconds: number) => string {
  const t = useT();
  return useCallback(
    (seconds) => {
      const minutes = Math.max(1, Math.round(seconds / 60));
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      if (hours === 0) return t('duration.minutes', { minutes });
      return rest === 0 ? t('duration.hours', { hours }) : t('duration.hoursMinutes', { hours, minutes: rest });
    },
    [t],
  );
}
