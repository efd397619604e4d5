import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const { CHROMIUM_PATH } = process.env;
const places = CHROMIUM_PATH ? [CHROMIUM_PATH] : ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** Where a Chromium is installed on this machine; undefined when none is. */
export const chromiumPath = places.find((path) => existsSync(path));

/** @throws when there is no Chromium: see `describeInBrowser` */
export function launchChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('Chromium is not installed');
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/**
 * A suite that needs a real browser. Where there is none, a developer is told in one line how to get it and the rest
 * of the tests go on; on a build server its absence is a failure.
 */
export function describeInBrowser(name: string, suite: () => void): void {
  if (chromiumPath !== undefined) return describe(name, suite);
  describe(name, () => {
    it('has a Chromium to run in', () => {
      expect(process.env.CI ?? '').not.toBe('true');
      process.stdout.write(`${name}: not run, no Chromium here. Install it with: apt-get install chromium\n`);
    });
  });
}
