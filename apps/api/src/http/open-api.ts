import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { problemSchema } from '#libs/contracts';

const docsPath = 'api/docs';
const problemResponse = {
  description: 'A refusal, with a code and a sentence in the language asked for',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/**
 * Publishes the document made from the same schemas that validate the requests: `/api/openapi.json`, `/api/docs`.
 * @param cookieName of the session
 */
export function publishOpenApi(app: NestFastifyApplication, cookieName: string): void {
  const info = new DocumentBuilder()
    .setTitle('Digikeskus')
    .setDescription('Bookings, 3D prints, printers and the kiosk board of a municipal digital hub.')
    .setVersion('1')
    .addCookieAuth(cookieName)
    .build();
  SwaggerModule.setup(docsPath, app, () => withProblems(SwaggerModule.createDocument(app, info)), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Digikeskus API',
    // Drawing every operation at once takes a phone longer than finding one.
    swaggerOptions: { docExpansion: 'none', filter: true },
  });
  allowInlineStyles(app);
}

/** Every route may refuse, and always in the same shape. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.put, path.patch, path.delete]) {
      if (operation !== undefined) operation.responses['default'] = problemResponse;
    }
  }
  const Problem = z.toJSONSchema(problemSchema, { target: 'openapi-3.0' }) as object;
  return { ...document, components: { ...document.components, schemas: { ...document.components?.schemas, Problem } } };
}

/** The documentation page writes its styles into itself. No other page may. */
function allowInlineStyles(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply) => {
      if (!request.url.startsWith(`/${docsPath}`)) return;
      const policy = String(reply.getHeader('content-security-policy'));
      void reply.header('content-security-policy', `${policy};style-src 'self' 'unsafe-inline'`);
    });
}
