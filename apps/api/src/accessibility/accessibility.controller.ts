import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { accessibilitySchema, type Accessibility } from '#libs/contracts';
import { Access } from '#libs/people';
import { Config } from '#libs/platform';

/** For the accessibility statement. */
@ApiTags('accessibility')
@Controller('accessibility')
export class AccessibilityController {
  constructor(private readonly config: Config) {}

  @Get()
  @Access('public')
  @ApiOkResponse({ standardSchema: accessibilitySchema })
  show(): Accessibility {
    return { feedbackEmail: this.config.feedbackEmail ?? null };
  }
}
