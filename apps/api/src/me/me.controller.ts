import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { profileSchema, updateMeSchema, type Profile, type UpdateMe } from '#libs/contracts';
import { Access, AccountService, CurrentViewer, type SignedIn } from '#libs/people';

@ApiTags('me')
@Controller('me')
export class MeController {
  constructor(private readonly accounts: AccountService) {}

  @Get()
  @Access('signing_in')
  @ApiOkResponse({ standardSchema: profileSchema })
  show(@CurrentViewer() viewer: SignedIn): Promise<Profile> {
    return this.accounts.describe(viewer);
  }

  @Patch()
  @Access('resident')
  @ApiOkResponse({ standardSchema: profileSchema })
  update(@Body({ schema: updateMeSchema }) body: UpdateMe, @CurrentViewer() viewer: SignedIn): Promise<Profile> {
    return this.accounts.update(viewer, body);
  }
}
