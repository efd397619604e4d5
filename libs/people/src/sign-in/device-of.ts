import Bowser from 'bowser';
import type { SessionDevice } from '#libs/contracts';

const kinds: Record<string, SessionDevice['kind']> = { desktop: 'computer', mobile: 'phone', tablet: 'tablet' };

/**
 * What a person would call the device.
 * @param userAgent as the browser wrote it, which may be anything
 */
export function deviceOf(userAgent: string | null): SessionDevice {
  if (userAgent === null || userAgent === '') return { browser: null, system: null, kind: null };
  const { browser, os, platform } = Bowser.parse(userAgent);
  return { browser: browser.name || null, system: os.name || null, kind: kinds[platform.type ?? ''] ?? null };
}
