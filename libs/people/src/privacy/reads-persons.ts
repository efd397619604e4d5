import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { ReadKind } from '#libs/contracts';

export const readsPersonsKey = 'digikeskus:reads-persons';

/**
 * Declares that the answers of a route, or of all of a controller, may name people to staff, so that it is written down
 * whose data were looked at. A test walks the OpenAPI document and fails on a route that names people without saying so.
 */
export const ReadsPersons = (kind: ReadKind): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(readsPersonsKey, kind), ApiExtension('x-reads-persons', kind));
