import { PNG } from 'pngjs';
import type { Pixels } from './decode-picture.js';

/** Measured on our drawings: less than half the bytes of pngjs's defaults, in a third of the time. */
const encoding = { filterType: 1, deflateStrategy: 0 } as const;

export function encodePng({ width, height, data }: Pixels): Buffer {
  const picture = new PNG({ width, height });
  picture.data = data;
  return PNG.sync.write(picture, encoding);
}
