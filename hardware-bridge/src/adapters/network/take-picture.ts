import type { CameraChoice } from '../../bridge-options.js';
import { NoCamera } from '../printer-adapter.js';
import { fetchPicture } from './fetch-picture.js';

/**
 * A picture from where the bridge's settings say, or else from where the printer does.
 * @throws NoCamera also when the settings want no pictures
 */
export async function takePicture(
  camera: CameraChoice,
  signal: AbortSignal,
  ofPrinter: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  if (camera === false) throw new NoCamera('It is not to be looked at');
  return camera === undefined ? ofPrinter() : fetchPicture(camera, signal);
}
