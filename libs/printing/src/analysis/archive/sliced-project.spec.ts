import { PNG } from 'pngjs';
import { accepted, analysisOf } from '../../../../../test/support/analysed-file.js';
import { aModel, anArchive } from '../../../../../test/support/archives.js';
import { encodePng } from '../picture/encode-png.js';

const gcode = [
  'G28',
  'M140 S60',
  'M109 S220',
  'M83',
  'G1 X10 Y10 Z0.2',
  'G1 X30 E900',
  'G1 Y30 E30',
  'M104 S0',
  '',
].join('\n');
const sliceInfo = `<?xml version="1.0" encoding="UTF-8"?>
  <config>
    <plate><metadata key="index" value="2"/><metadata key="prediction" value="1"/></plate>
    <plate>
      <metadata key="index" value="1"/><metadata key="prediction" value="1095"/><metadata key="weight" value="2.83"/>
      <metadata key="nozzle_diameters" value="0.6"/>
      <filament id="1" type="PETG" color="#00AE42" used_m="0.93" used_g="2.83"/>
    </plate>
  </config>`;

const project = (files: Record<string, string | Buffer>) => anArchive({ '3D/3dmodel.model': aModel(), ...files });

describe('a sliced project', () => {
  it('is read like the G-code of its plate', async () => {
    const plain = accepted(await analysisOf(gcode));
    const packed = accepted(await analysisOf(await project({ 'Metadata/plate_1.gcode': gcode })));
    expect(packed.analysis).toEqual(plain.analysis);
    expect(packed.isPacked).toBe(true);
  });

  it('states beside its G-code what that leaves out', async () => {
    const files = { 'Metadata/plate_1.gcode': gcode, 'Metadata/slice_info.config': sliceInfo };
    expect(accepted(await analysisOf(await project(files))).analysis).toMatchObject({
      estimatedSeconds: 1095,
      filaments: [{ material: 'PETG', millimetres: 930, grams: 2.83 }],
      totalGrams: 2.83,
      nozzleDiameterMillimetres: 0.6,
      findings: [],
    });
  });

  it('is believed by its G-code where both state something', async () => {
    const header = '; BambuStudio 02.04\n; model printing time: 5m; total estimated time: 40m 5s\n';
    const files = {
      'Metadata/plate_1.gcode': `${header}${gcode}; EXECUTABLE_BLOCK_END\n`,
      'Metadata/slice_info.config': sliceInfo,
    };
    expect(accepted(await analysisOf(await project(files))).analysis.estimatedSeconds).toBe(2405);
  });

  it('shows the picture of its plate', async () => {
    const [one, two] = [140, 180].map((width) => encodePng(new PNG({ width, height: 120 })));
    const pictures = { 'Metadata/plate_1.png': two ?? '', 'Metadata/plate_2.png': one ?? '' };
    const { thumbnail } = accepted(await analysisOf(await project({ 'Metadata/plate_2.gcode': gcode, ...pictures })));
    expect(thumbnail?.source).toBe('embedded');
    expect(PNG.sync.read(thumbnail?.png ?? Buffer.alloc(0)).width).toBe(140);
  });

  it('is refused with several plates, for nobody said which', async () => {
    const plates = { 'Metadata/plate_1.gcode': gcode, 'Metadata/plate_3.gcode': gcode };
    expect(await analysisOf(await project(plates))).toMatchObject({ ok: false, code: 'print.several_plates' });
  });

  it('has its dangers found like any file', async () => {
    const result = accepted(await analysisOf(await project({ 'Metadata/plate_1.gcode': `M500\n${gcode}` })));
    expect(result.analysis.findings).toContainEqual(expect.objectContaining({ code: 'print.unsafe_command', line: 1 }));
  });
});
