import type { Resource } from '#libs/contracts';

/**
 * Where the code on a thing leads. Names are unique in a hub only: where a town has several, a printer goes by its id
 * and everything else names its hub.
 * @param origin of this service, as the reader's browser knows it
 */
export function qrAddress(origin: string, { isOnlyHub }: { isOnlyHub: boolean }) {
  return ({ id, slug, hub, category }: Pick<Resource, 'id' | 'slug' | 'hub' | 'category'>): string => {
    if (category === 'printer') return `${origin}/p/${isOnlyHub ? slug : id}`;
    return `${origin}/r/${slug}${isOnlyHub ? '' : `?hub=${hub}`}`;
  };
}
