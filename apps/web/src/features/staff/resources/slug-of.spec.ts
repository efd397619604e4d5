import { slugSchema } from '#libs/contracts';
import { slugOf } from './slug-of.js';

describe('a name in an address', () => {
  it.each([
    ['VR-lasit 5', 'vr-lasit-5'],
    ['Äänityshuone (iso)', 'aanityshuone-iso'],
    ['  3D-kynä  ', '3d-kyna'],
    ['Åsa & Öljy', 'asa-oljy'],
    ['!!!', ''],
  ])('of %j is %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('is one that the API takes, however long the name is', () => {
    const slug = slugOf(`${'a'.repeat(63)} b`);
    expect(slugSchema.safeParse(slug).success).toBe(true);
  });
});
