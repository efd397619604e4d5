import fc from 'fast-check';
import { accepted, analysisOf } from '../../../../../test/support/analysed-file.js';
import { aBinaryStl, aModel, anArchive, aTextStl, openCube } from '../../../../../test/support/archives.js';

const project = (model: string) => anArchive({ '3D/3dmodel.model': model });
const cube = { min: { x: 0, y: 0, z: 0 }, max: { x: 10, y: 20, z: 30 } };
const sizeOf = async (model: string) => {
  const box = accepted(await analysisOf(await project(model))).analysis.boundingBox;
  return box && [box.max.x - box.min.x, box.max.y - box.min.y, box.max.z - box.min.z];
};

describe('a model that is not sliced', () => {
  it.each([
    ['STL', aTextStl()],
    ['STL', aTextStl().replaceAll('\n', '\r\n')],
    ['STL', aBinaryStl()],
    ['3MF', aModel()],
  ])('is told by content, and how large it is: %s', async (format, model) => {
    const content = format === '3MF' ? await project(String(model)) : model;
    const { analysis, thumbnail } = accepted(await analysisOf(content));
    expect(analysis).toMatchObject({ slicer: null, boundingBox: cube, estimatedSeconds: null });
    expect(analysis.findings).toEqual([
      { severity: 'error', code: 'print.needs_slicing', line: null, params: { format, triangles: 12, count: 1 } },
    ]);
    expect(thumbnail).toBeNull();
  });

  it.each([
    ['STL in text', async () => aTextStl(openCube)],
    ['STL', async () => aBinaryStl(openCube)],
    ['3MF', () => project(aModel({ triangles: openCube }))],
  ])('is said to have holes when a triangle is missing: %s', async (_, content) => {
    const { findings } = accepted(await analysisOf(await content())).analysis;
    expect(findings).toMatchObject([
      { code: 'print.needs_slicing' },
      { severity: 'warning', code: 'print.open_model' },
    ]);
  });

  it('is as large as its parts, where they are put and in the unit they are drawn in', async () => {
    expect(await sizeOf(aModel({ build: '<item objectid="2"/>' }))).toEqual([60, 20, 30]);
    expect(await sizeOf(aModel({ unit: 'inch', scale: 0.1 }))).toEqual([25.4, 50.8, 76.2]);
    expect(await sizeOf(aModel({ build: '<item objectid="1" transform="2 0 0 0 2 0 0 0 2 5 5 5"/>' }))).toEqual([
      20, 40, 60,
    ]);
  });
});

describe('a broken model', () => {
  it.each([
    ['ends in the middle', aTextStl().slice(0, -200)],
    ['has a corner that is nowhere', aTextStl().replace(/vertex \S+/, 'vertex nan')],
    ['has a corner too far away', aTextStl().replace(/vertex \S+/, 'vertex 1e999')],
    ['has a facet with two corners', aTextStl().replace(/\n +vertex.*/, '')],
    ['is empty', Buffer.alloc(84)],
  ])('is refused when it %s', async (_, content) => {
    expect(await analysisOf(content)).toMatchObject({ ok: false, code: 'print.corrupt_file' });
  });

  it.each([
    ['is no XML', 'G28'],
    ['ends in the middle', aModel().slice(0, -60)],
    ['has no triangles', aModel({ triangles: [] })],
    ['holds itself', aModel({ build: '<item objectid="2"/>' }).replace('objectid="1"/>', 'objectid="2"/>')],
    ['has a corner that is nowhere', aModel().replace('x="0"', 'x="left"')],
    ['is placed nowhere', aModel({ build: '<item objectid="1" transform="1 2 3"/>' })],
  ])('is refused as 3MF when it %s', async (_, model) => {
    expect(await analysisOf(await project(model))).toMatchObject({ ok: false, code: 'print.corrupt_file' });
  });

  it('gets an answer whatever its bytes are', async () => {
    const damage = fc.array(fc.tuple(fc.nat(83 + 50 * 12), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(damage, async (bytes) => {
        const copy = aBinaryStl();
        for (const [at, value] of bytes) copy.writeUInt8(value, at);
        const result = await analysisOf(copy);
        expect(result.ok || result.detail.length > 0).toBe(true);
      }),
      { numRuns: 80 },
    );
  });
});
