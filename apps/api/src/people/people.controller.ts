import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { idSchema, personAgeSchema, type PersonAge } from '#libs/contracts';
import { Access, CurrentViewer, PersonAgeService, type Viewer } from '#libs/people';

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(private readonly ages: PersonAgeService) {}

  @Put(':id/age')
  @Access('staff')
  @ApiOkResponse({ standardSchema: personAgeSchema })
  setAge(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: personAgeSchema }) body: PersonAge,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PersonAge> {
    return this.ages.write(id, body, viewer);
  }
}
