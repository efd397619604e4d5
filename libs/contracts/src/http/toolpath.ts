import { z } from 'zod';

/** The first four bytes of a toolpath file. */
export const toolpathMark = 'DKT1';

/**
 * What stands at the head of a toolpath: `DKT1`, the length of this header in bytes (uint32), the header as JSON, then the
 * layers one after the other. All numbers are little endian, all places whole units from the front left corner of the plate.
 *
 * A layer is a row of int16: where the nozzle is at its beginning (x, y), then runs. A run is a uint16, whose lowest bit
 * says whether material is laid and whose other bits say how many steps follow, and the steps (dx, dy).
 * @see docs/adr/0034-toolpath-beside-the-file.md
 */
export const toolpathHeaderSchema = z.object({
  unitMicrons: z.number().int(),
  bed: z.object({ x: z.number(), y: z.number() }),
  /** 1 when every layer is there; 2 when every second one is, and so on: a large print is thinned out. */
  everyNthLayer: z.number().int(),
  /** Some layer was too long to be kept whole. */
  isCutShort: z.boolean(),
  layerCount: z.number().int(),
  /** `[number counted from 1, height of the nozzle in microns, length in bytes]`, in the order in which they are printed. */
  layers: z.array(z.tuple([z.number().int(), z.number().int(), z.number().int()])),
});
export type ToolpathHeader = z.infer<typeof toolpathHeaderSchema>;
