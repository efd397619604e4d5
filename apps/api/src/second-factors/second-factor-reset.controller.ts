import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { idSchema } from '#libs/contracts';
import { Access, CurrentViewer, SecondFactorResetService, type Viewer } from '#libs/people';

@ApiTags('people')
@Controller('people/:id/second-factors')
export class SecondFactorResetController {
  constructor(private readonly secondFactors: SecondFactorResetService) {}

  @Delete()
  @HttpCode(204)
  @Access('admin')
  @ApiNoContentResponse()
  reset(@Param('id', { schema: idSchema }) id: string, @CurrentViewer() viewer: Viewer): Promise<void> {
    return this.secondFactors.reset(id, viewer);
  }
}
