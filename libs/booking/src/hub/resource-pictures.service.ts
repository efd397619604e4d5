import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { pictureTypeOf } from '#libs/contracts';
import { isAdminOf, type Viewer } from '#libs/people';
import { Database, Problem, type Transaction } from '#libs/platform';
import { PlaceRepository } from './place.repository.js';
import { ResourcePictureRepository, type ResourcePicture } from './resource-picture.repository.js';

interface ResourceRef {
  readonly hub: string;
  readonly resource: string;
}

const versionLength = 16;

/** What things look like: anybody may see it, the hub's administrator changes it. */
@Injectable()
export class ResourcePictures {
  constructor(
    private readonly database: Database,
    private readonly places: PlaceRepository,
    private readonly pictures: ResourcePictureRepository,
  ) {}

  /** @throws Problem `not_found` also for a thing without a picture */
  async find(ref: ResourceRef): Promise<ResourcePicture> {
    const place = await this.places.place(ref.hub);
    const resource = place.findResource(ref.resource);
    const picture = resource && (await this.pictures.find(resource.id));
    if (picture === undefined) throw new Problem('not_found');
    return picture;
  }

  /** @throws Problem `not_found`, `auth.forbidden`, `request.unsupported_media_type` for what is no whole picture */
  async put(ref: ResourceRef, content: Buffer, viewer: Viewer): Promise<void> {
    const version = createHash('sha256').update(content).digest('hex').slice(0, versionLength);
    await this.change(ref, viewer, async (tx, resourceId) => {
      const type = pictureTypeOf(content);
      if (type === null) throw new Problem('request.unsupported_media_type');
      if (!(await this.pictures.put(tx, resourceId, { content, type, version }))) throw new Problem('not_found');
      return true;
    });
  }

  /** So that there is none. @throws Problem `not_found`, `auth.forbidden` */
  async remove(ref: ResourceRef, viewer: Viewer): Promise<void> {
    await this.change(ref, viewer, (tx, resourceId) => this.pictures.remove(tx, resourceId));
  }

  /** @param work says whether it has changed anything */
  private async change(
    ref: ResourceRef,
    viewer: Viewer,
    work: (tx: Transaction, resourceId: string) => Promise<boolean>,
  ): Promise<void> {
    const place = await this.places.place(ref.hub);
    const { id: hubId } = place.hub;
    if (!isAdminOf(viewer, hubId)) throw new Problem('auth.forbidden');
    const resource = place.findResource(ref.resource);
    if (resource === undefined) throw new Problem('not_found');
    await this.database.transaction(async (tx) => {
      if (!(await work(tx, resource.id))) return;
      const { accountId } = viewer;
      tx.record({ accountId, action: 'resource.picture', subjectType: 'resource', subjectId: resource.id, hubId });
    });
  }
}
