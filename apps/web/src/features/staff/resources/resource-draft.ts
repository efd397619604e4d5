import type { Category, ChangeResource, CreateResource, SetUpHub, SetUpResource } from '#libs/contracts';
import { readNumber } from '../numbers/read-number.js';
import { slugOf } from './slug-of.js';
import { textDraftOf, textOfDraft, type TextDraft } from './text-draft.js';

/** A thing while it is typed; no pool and no whole are empty texts. */
export interface ResourceDraft {
  name: TextDraft;
  description: TextDraft;
  /** As it was typed; until then it follows the name. */
  slug: string | undefined;
  category: Category;
  pool: string;
  parent: string;
  bookable: boolean;
  position: string;
}

export const positionLimits = { min: 0, max: 10_000 } as const;

export function newResource(category: Category, position: number): ResourceDraft {
  return {
    name: textDraftOf({}),
    description: textDraftOf({}),
    slug: undefined,
    category,
    pool: '',
    parent: '',
    bookable: true,
    position: String(position),
  };
}

export function resourceDraftOf(resource: SetUpResource): ResourceDraft {
  const { name, description, slug, category, pool, parent, bookable, position } = resource;
  return {
    name: textDraftOf(name),
    description: textDraftOf(description),
    slug,
    category,
    pool: pool ?? '',
    parent: parent ?? '',
    bookable,
    position: String(position),
  };
}

/** The name in the address: what was typed, else what the name gives. */
export function draftSlug({ slug, name }: Pick<ResourceDraft, 'slug' | 'name'>): string {
  return slug ?? slugOf(name.fi || name.sv || name.en);
}

/** @returns undefined while the place in the list cannot be read */
export function newResourceOf(draft: ResourceDraft): CreateResource | undefined {
  const position = readNumber(draft.position, positionLimits);
  if (position === undefined) return undefined;
  return {
    slug: draftSlug(draft),
    name: textOfDraft(draft.name),
    description: textOfDraft(draft.description),
    category: draft.category,
    pool: draft.pool || null,
    parent: draft.parent || null,
    bookable: draft.bookable,
    position,
  };
}

/** Only what was changed is sent: what somebody else changes meanwhile stays. @returns undefined as above */
export function changeOf(draft: ResourceDraft, resource: SetUpResource): ChangeResource | undefined {
  const before = newResourceOf(resourceDraftOf(resource));
  const after = newResourceOf(draft);
  if (before === undefined || after === undefined) return undefined;
  const changeable = ['name', 'description', 'pool', 'parent', 'bookable', 'position'] as const;
  const changed = changeable.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}

/** What a thing may be a part of: anything that is neither itself nor a part of it, however deep. */
export function possibleWholes(resources: SetUpHub['resources'], slug: string | undefined): SetUpResource[] {
  const isWithin = (each: SetUpResource | undefined): boolean =>
    each !== undefined && (each.slug === slug || isWithin(resources.find((other) => other.slug === each.parent)));
  return resources.filter((each) => !each.retired && !isWithin(each));
}
