import { z } from 'zod';
import { issuerSetting, roleMapSetting, type OidcSettings } from './oidc-settings.js';
import { storageSetting, type StorageSettings } from '../storage/storage-settings.js';
import { trustProxy } from './trust-proxy.js';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://');

const environmentSchema = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    DATA_DIR: z.string().min(1).default('.data'),
    DEMO: flag.default(false),
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
    REDIS_URL: z
      .string()
      .regex(/^rediss?:\/\//, 'must begin with redis://')
      .optional(),
    MQTT_URL: z.string().regex(/^(mqtts?|wss?):\/\//, 'must begin with mqtt://'),
    MQTT_USERNAME: z.string().optional(),
    MQTT_PASSWORD: z.string().optional(),
    MQTT_READER_PASSWORD: z.string().min(12, 'must have 12 characters at least').optional(),
    BRIDGE_MQTT_URL: z
      .string()
      .regex(/^(mqtts?|wss?):\/\//, 'must begin with mqtt:// or mqtts://')
      .optional(),
    BROKER_FILES_DIR: z.string().min(1).optional(),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, 'must begin with smtp://')
      .optional(),
    MAIL_FROM: z.string().default('Digikeskus <no-reply@digikeskus.example>'),
    PUBLIC_URL: z.url().optional(),
    FILE_BASE_URL: z.url().optional(),
    STAFF_SECOND_FACTOR: z.enum(['optional', 'required']).optional(),
    SECRET_KEY: z.string().min(32, 'must be at least 32 characters'),
    SYSTEM_ADMIN_EMAIL: z
      .string()
      .transform((text) => text.split(',').map((address) => address.trim().toLowerCase()))
      .pipe(z.array(z.email('must be an e-mail address, or several with commas between')))
      .default([]),
    SLICER_PATH: z.string().min(1).default('prusa-slicer'),
    PATH: z.string().default('/usr/local/bin:/usr/bin:/bin'),
    STORAGE_URL: storageSetting.optional(),
    STORAGE_ACCESS_KEY_ID: z.string().optional(),
    STORAGE_SECRET_ACCESS_KEY: z.string().optional(),
    MAX_UPLOAD_MEGABYTES: z.coerce.number().int().positive().default(500),
    TRUST_PROXY: trustProxy.default(false),
    RATE_LIMIT_FACTOR: z.coerce.number().positive().optional(),
    OIDC_ISSUER: issuerSetting.optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().optional(),
    OIDC_SCOPE: z.string().default('openid email profile'),
    OIDC_GROUPS_CLAIM: z.string().default('groups'),
    OIDC_ROLE_MAP: roleMapSetting.default([]),
    SECURITY_CONTACT: z.union([z.email(), z.url({ protocol: /^https$/ })]).optional(),
    FEEDBACK_EMAIL: z.email().optional(),
    LOG_LEVEL: z.enum(['error', 'warn', 'log', 'debug']).default('log'),
  })
  .refine((env) => env.DEMO || env.SMTP_URL !== undefined, {
    error: 'is needed unless DEMO=true: without it nobody gets a sign-in code',
    path: ['SMTP_URL'],
  })
  .refine((env) => (env.STORAGE_ACCESS_KEY_ID === undefined) === (env.STORAGE_SECRET_ACCESS_KEY === undefined), {
    error: 'is needed together with STORAGE_SECRET_ACCESS_KEY: both, or neither',
    path: ['STORAGE_ACCESS_KEY_ID'],
  })
  .refine((env) => env.OIDC_ISSUER === undefined || env.OIDC_CLIENT_ID !== undefined, {
    error: 'is needed with OIDC_ISSUER: the provider knows the hub by it',
    path: ['OIDC_CLIENT_ID'],
  });

/** The settings of one process, read and checked once. Nothing else reads the environment. */
export class Config {
  private constructor(private readonly env: z.infer<typeof environmentSchema>) {}

  /**
   * @param env usually `process.env`, in the standalone hub completed with the embedded parts' addresses
   * @throws ConfigError with every fault listed
   */
  static parse(env: Record<string, string | undefined>): Config {
    // An empty variable is how compose files and shells say "not set".
    const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
    const parsed = environmentSchema.safeParse(given);
    if (!parsed.success) throw new ConfigError(parsed.error.issues.map(describeIssue), { cause: parsed.error });
    return new Config(parsed.data);
  }

  get port(): number {
    return this.env.PORT;
  }
  get host(): string {
    return this.env.HOST;
  }
  get dataDir(): string {
    return this.env.DATA_DIR;
  }
  get demo(): boolean {
    return this.env.DEMO;
  }
  get databaseUrl(): string {
    return this.env.DATABASE_URL;
  }
  /** Connections that one process keeps to PostgreSQL at most, besides those of the queue. */
  get databasePoolSize(): number {
    return this.env.DATABASE_POOL_SIZE;
  }
  get redisUrl(): string | undefined {
    return this.env.REDIS_URL;
  }
  get mqtt(): { url: string; username: string | undefined; password: string | undefined } {
    return { url: this.env.MQTT_URL, username: this.env.MQTT_USERNAME, password: this.env.MQTT_PASSWORD };
  }

  /** Of the broker's account `reader`, for programs that look on; undefined when there is none. */
  get mqttReaderPassword(): string | undefined {
    return this.env.MQTT_READER_PASSWORD;
  }
  /** Where bridges reach the broker, when it is not where the server does. */
  get bridgeBrokerUrl(): string {
    return this.env.BRIDGE_MQTT_URL ?? this.env.MQTT_URL;
  }
  /** Where the worker keeps the broker's password file and access list up to date; nowhere when undefined. */
  get brokerFilesDir(): string | undefined {
    return this.env.BROKER_FILES_DIR;
  }
  get smtpUrl(): string | undefined {
    return this.env.SMTP_URL;
  }
  get mailFrom(): string {
    return this.env.MAIL_FROM;
  }
  /** Where people reach the hub; decides whether cookies are Secure. */
  get publicUrl(): string {
    return this.env.PUBLIC_URL ?? `http://${this.env.HOST}:${this.env.PORT}`;
  }
  /** Where the hardware bridge reaches the API to fetch print files. */
  get fileBaseUrl(): string {
    return this.env.FILE_BASE_URL ?? this.publicUrl;
  }
  get secretKey(): string {
    return this.env.SECRET_KEY;
  }
  /** Whoever signs in from one of these addresses may do everything in every hub; in lower case. */
  get systemAdminEmails(): readonly string[] {
    return this.env.SYSTEM_ADMIN_EMAIL;
  }
  /** Whom to tell about a hole: an e-mail address or the address of a page. */
  get securityContact(): string | undefined {
    return this.env.SECURITY_CONTACT;
  }
  /** Whom people write to who cannot use something. */
  get feedbackEmail(): string | undefined {
    return this.env.FEEDBACK_EMAIL;
  }
  /** What must not be read in any log. */
  get secrets(): readonly string[] {
    const { SECRET_KEY, MQTT_PASSWORD, MQTT_READER_PASSWORD, OIDC_CLIENT_SECRET, STORAGE_SECRET_ACCESS_KEY } = this.env;
    return [SECRET_KEY, MQTT_PASSWORD, MQTT_READER_PASSWORD, OIDC_CLIENT_SECRET, STORAGE_SECRET_ACCESS_KEY].filter(
      (secret) => secret !== undefined,
    );
  }
  /** Whether nobody works in a hub without a second factor; in a demo, which protects nobody's data, it is not asked. */
  get staffNeedSecondFactor(): boolean {
    return (this.env.STAFF_SECOND_FACTOR ?? (this.env.DEMO ? 'optional' : 'required')) === 'required';
  }
  /** The program that slices models, or where it is; `none` when it is not to be looked for. */
  get slicerPath(): string {
    return this.env.SLICER_PATH;
  }
  /** Where other programs are found. */
  get searchPath(): string {
    return this.env.PATH;
  }
  /** Where files are kept; undefined: in the data directory. */
  get storage(): StorageSettings | undefined {
    return this.env.STORAGE_URL;
  }
  /** The store's key; undefined when its client is to find one itself, in its own variables, files or the machine's role. */
  get storageCredentials(): { accessKeyId: string; secretAccessKey: string } | undefined {
    const { STORAGE_ACCESS_KEY_ID: accessKeyId, STORAGE_SECRET_ACCESS_KEY: secretAccessKey } = this.env;
    return accessKeyId === undefined || secretAccessKey === undefined ? undefined : { accessKeyId, secretAccessKey };
  }
  get maxUploadBytes(): number {
    return this.env.MAX_UPLOAD_MEGABYTES * 1024 * 1024;
  }
  /** Whose `X-Forwarded-*` headers are believed: nobody's, or those of named proxies. */
  get trustProxy(): false | string[] {
    return this.env.TRUST_PROXY;
  }
  /** Multiplies every limit on requests; nobody gets real mail from a demo, and many try it from one address. */
  get rateLimitFactor(): number {
    return this.env.RATE_LIMIT_FACTOR ?? (this.env.DEMO ? 10 : 1);
  }
  /** The town's own identity provider; undefined when people sign in by code alone. */
  get oidc(): OidcSettings | undefined {
    const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = this.env;
    if (issuer === undefined || clientId === undefined) return undefined;
    const { OIDC_NAME, OIDC_SCOPE: scope, OIDC_GROUPS_CLAIM: groupsClaim, OIDC_ROLE_MAP: roleMap } = this.env;
    const name = OIDC_NAME ?? new URL(issuer).hostname;
    return { issuer, clientId, clientSecret, name, scope, groupsClaim, roleMap };
  }
  get logLevel(): 'error' | 'warn' | 'log' | 'debug' {
    return this.env.LOG_LEVEL;
  }
}

/** The environment does not make sense; `faults` are sentences for the person who set it. */
export class ConfigError extends Error {
  constructor(
    readonly faults: readonly string[],
    options?: ErrorOptions,
  ) {
    super(faults.join('; '), options);
    this.name = 'ConfigError';
  }
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const missing = issue.message.endsWith('received undefined');
  return `${issue.path.join('.')} ${missing ? 'is not set' : issue.message}`;
}
