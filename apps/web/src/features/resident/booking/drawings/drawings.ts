import type { Category } from '#libs/contracts';
import camera from './camera.svg';
import computer from './computer.svg';
import printer from './printer.svg';
import room from './room.svg';
import headset from './vr-headset.svg';

/** What a thing of each kind may look like, until the hub has taken a picture of its own. */
export const drawings: Record<Category, string> = { camera, computer, printer, room, 'vr-headset': headset };
