import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** Publishes the document made from the same schemas that validate the requests: `/api/openapi.json`, `/api/docs`. */
export function publishOpenApi(app: INestApplication): void {
  const info = new DocumentBuilder()
    .setTitle('Digikeskus')
    .setDescription('Bookings, 3D prints, printers and the kiosk board of a municipal digital hub.')
    .setVersion('1')
    .addCookieAuth('session')
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, info), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Digikeskus API',
  });
}
