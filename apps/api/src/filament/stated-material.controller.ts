import { Body, Controller, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { idOrSlugSchema, statedMaterialSchema, type StatedMaterial } from '#libs/contracts';
import { Access, CurrentViewer, type Viewer } from '#libs/people';
import { SpoolLoading } from '#libs/printing';

@ApiTags('filament')
@Controller('printers/:id/material')
export class StatedMaterialController {
  constructor(private readonly loading: SpoolLoading) {}

  @Put()
  @HttpCode(204)
  @Access('staff')
  @ApiNoContentResponse()
  state(
    @Param('id', { schema: idOrSlugSchema }) id: string,
    @Body({ schema: statedMaterialSchema }) { material }: StatedMaterial,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.loading.state(id, material, viewer);
  }
}
