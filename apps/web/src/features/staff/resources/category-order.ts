import type { Category } from '#libs/contracts';

/** Every category, in the order in which they are shown. */
const places: Record<Category, number> = { 'vr-headset': 0, printer: 1, computer: 2, room: 3, camera: 4 };

export const categories = (Object.keys(places) as Category[]).toSorted((a, b) => places[a] - places[b]);
