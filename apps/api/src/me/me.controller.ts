import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { meSchema, updateMeSchema, type Me, type UpdateMe } from '#libs/contracts';
import { Access, AccountService, CurrentViewer, describeMe, type SignedIn } from '#libs/people';

@ApiTags('me')
@Controller('me')
export class MeController {
  constructor(private readonly accounts: AccountService) {}

  @Get()
  @Access('signing_in')
  @ApiOkResponse({ standardSchema: meSchema })
  show(@CurrentViewer() viewer: SignedIn): Me {
    return describeMe(viewer);
  }

  @Patch()
  @Access('resident')
  @ApiOkResponse({ standardSchema: meSchema })
  update(@Body({ schema: updateMeSchema }) body: UpdateMe, @CurrentViewer() viewer: SignedIn): Promise<Me> {
    return this.accounts.update(viewer, body);
  }
}
