import fastifyCookie from '@fastify/cookie';
import { Controller, Get, Logger, Post } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Config, ProblemFilter } from '#libs/platform';
import { Access } from './access.js';
import { AccessGuard } from './access.guard.js';
import { DeviceIdentity } from '../device/device-identity.js';
import { SessionsService } from '../sign-in/sessions.service.js';
import type { SignedIn, Viewer } from './viewer.js';

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

@Controller('hubs/:hub')
class HubController {
  @Get('staff')
  @Access('staff')
  work(): string {
    return 'done';
  }

  @Get('admin')
  @Access('admin')
  decide(): string {
    return 'decided';
  }
}

async function start(controller: new () => object, viewer?: Partial<SignedIn>): Promise<NestFastifyApplication> {
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule],
    controllers: [controller],
    providers: [
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: APP_FILTER, useClass: ProblemFilter },
      { provide: SessionsService, useValue: { viewerOf: async () => viewer } },
      { provide: DeviceIdentity, useValue: {} },
      { provide: Config, useValue: { publicUrl: 'http://127.0.0.1' } },
    ],
  }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { abortOnError: false });
  await app.register(fastifyCookie);
  await app.init();
  return app;
}

async function boot(controller: new () => object): Promise<void> {
  await (await start(controller)).close();
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

describe('a route whose address names a hub', () => {
  const here = { hub: 'here', hubId: '019a0000-0000-7000-8000-000000000001' };
  const there = { hub: 'there', hubId: '019a0000-0000-7000-8000-000000000002' };
  const statusOf = async (path: string, roles: Viewer['roles']) => {
    const app = await start(HubController, { standing: 'full', roles });
    const cookies = { session: 'token' };
    const { statusCode } = await app.inject({ url: path, cookies });
    await app.close();
    return statusCode;
  };

  it('is for those who work in that hub, by its slug or its id', async () => {
    expect(await statusOf('/hubs/here/staff', [{ role: 'staff', ...here }])).toBe(200);
    expect(await statusOf(`/hubs/${here.hubId}/staff`, [{ role: 'staff', ...here }])).toBe(200);
    expect(await statusOf('/hubs/here/admin', [{ role: 'admin', ...here }])).toBe(200);
  });

  it('is not for those who work elsewhere, whatever they are there', async () => {
    const roles: Viewer['roles'] = [
      { role: 'staff', ...here },
      { role: 'admin', ...there },
    ];
    expect(await statusOf('/hubs/here/admin', roles)).toBe(403);
    expect(await statusOf('/hubs/elsewhere/staff', roles)).toBe(403);
  });
});
