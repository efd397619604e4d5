import { Controller, Get, Logger, Post } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Config } from '#libs/platform';
import { Access } from './access.js';
import { AccessGuard } from './access.guard.js';
import { SignInService } from '../sign-in/sign-in.service.js';

@Controller('declared')
class DeclaredController {
  @Get()
  @Access('public')
  show(): string {
    return 'shown';
  }

  /** No route, so nobody has to say who may call it. */
  format(): string {
    return '';
  }
}

@Controller('forgetful')
class ForgetfulController {
  @Get()
  @Access('public')
  show(): string {
    return 'shown';
  }

  @Post()
  change(): void {}
}

async function boot(controller: new () => object): Promise<void> {
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule],
    controllers: [controller],
    providers: [
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: SignInService, useValue: {} },
      { provide: Config, useValue: { publicUrl: 'http://127.0.0.1' } },
    ],
  }).compile();
  const app = module.createNestApplication(new FastifyAdapter(), { abortOnError: false });
  await app.init();
  await app.close();
}

describe('a server', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('boots when every route says who may call it', async () => {
    await expect(boot(DeclaredController)).resolves.toBeUndefined();
  });

  it('does not boot with a route that forgot it, and names the route', async () => {
    await expect(boot(ForgetfulController)).rejects.toThrow('routes without @Access: ForgetfulController.change');
  });
});
