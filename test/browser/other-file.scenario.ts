import { faultsOf } from './soundness.js';
import { aPerson, open, signIn } from './person.js';
import { cube } from './print-by-request.js';
import type { Stage } from './web-app.spec.js';

/** A tetrahedron of 20 mm, as a text STL. */
const corners = ['0 0 0', '20 0 0', '0 20 0', '0 0 20'] as const;
const sides = [
  [0, 2, 1],
  [0, 1, 3],
  [0, 3, 2],
  [1, 2, 3],
] as const;
const facet = (side: readonly (0 | 1 | 2 | 3)[]) =>
  `facet normal 0 0 0\nouter loop\n${side.map((corner) => `vertex ${corners[corner]}`).join('\n')}\nendloop\nendfacet`;
const model = Buffer.from(`solid piece\n${sides.map(facet).join('\n')}\nendsolid piece\n`);

export function filesAreReplaced(stage: Stage): void {
  it('shows a model in 3D, and takes another file in its place', async () => {
    const { page, complaints } = await aPerson(stage.browser, stage.hub.url);
    await open(page, '/prints/new');
    await signIn(page, 'muotoilija@digikeskus.example');
    const asFile = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });
    await page.locator('input[type=file]').setInputFiles(asFile('pala.stl', model));
    await page.getByRole('button', { name: 'Lähetä', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'pala.stl' }).waitFor();
    await page.getByRole('button', { name: /^Katso 3D-mallia/ }).click({ timeout: 60_000 });
    await page.getByText('Mallin koko: leveys 20 mm, syvyys 20 mm, korkeus 20 mm.').waitFor();
    expect(await faultsOf(page)).toEqual([]);

    await page.getByText('Vaihda tiedosto', { exact: true }).click();
    await page.locator('.send-file input[type=file]').setInputFiles(asFile('parempi.gcode', cube));
    await page.getByRole('heading', { level: 1, name: 'parempi.gcode' }).waitFor();
    await page.getByText('Tiedosto vaihdettiin uuteen.').waitFor();
    await page.getByText('Tulostusaika').waitFor({ timeout: 60_000 });
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 180_000);
}
