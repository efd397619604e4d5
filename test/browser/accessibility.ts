import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
/** The rules that look at colours: all that another theme can break. */
export const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with the page as it stands: one line per rule and place, none when all is well. */
export async function violationsOf(page: Page, runOnly = rules): Promise<string[]> {
  await page.evaluate(axe);
  const results = (await page.evaluate(`axe.run(document, ${JSON.stringify({ runOnly })})`)) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
