import { z } from 'zod'

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true')

const EnvironmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  /** Folder of the embedded database, the lock and the generated secret. */
  DATA_DIR: z.string().min(1).default('./data'),
  /** A PostgreSQL server; without it the embedded database in DATA_DIR serves. */
  DATABASE_URL: z.string().url().optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  HOST: z.string().default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** The public address, such as https://lianxin.example.gov.cn. Unset: what the request says. */
  PUBLIC_URL: z.string().url().optional(),
  /** Number of reverse proxies in front whose X-Forwarded-* headers are believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Keys for cookies, hashes and stored secrets are derived from it; generated into DATA_DIR when unset. */
  SECRET: z.string().min(32).optional(),
  ROLE: z.enum(['web', 'worker', 'all']).default('all'),
  DEMO: flag,
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Minutes without activity after which staff are signed out. */
  STAFF_IDLE_MINUTES: z.coerce.number().int().min(1).max(720).default(10),
  /** Factor on every rate limit, for load tests. */
  RATE_LIMIT_FACTOR: z.coerce.number().min(0.1).max(100_000).default(1),
  PAGE_CACHE_MEGABYTES: z.coerce.number().int().min(1).max(1024).default(48),
  /** Where text messages are posted to; unset, they are printed to the console. */
  TEXT_MESSAGE_URL: z.string().url().optional(),
  TEXT_MESSAGE_KEY: z.string().min(16).optional(),
  /** A content safety service of the authority's own, asked about every text; unset, none is. */
  SCREENING_URL: z.string().url().optional(),
  /** Shared with that service: signs what is asked. */
  SCREENING_SECRET: z.string().min(16).optional(),
  /** The mail server, such as smtps://user:password@mail.example.gov.cn:465; unset, no mail is sent. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/)
    .optional(),
  /** Who mails come from, such as "连心桥" <no-reply@example.gov.cn>. */
  MAIL_FROM: z.string().min(3).max(200).optional(),
  /** The services, by host name, over which browsers may be told. */
  PUSH_SERVICES: z
    .string()
    .default(
      'fcm.googleapis.com,updates.push.services.mozilla.com,notify.windows.com,push.apple.com',
    ),
  /** A store that speaks S3 for attachments, such as https://s3.example.gov.cn; unset, they lie in DATA_DIR. */
  S3_ENDPOINT: z.string().url().optional(),
  S3_BUCKET: z.string().min(3).max(63).optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY: z.string().min(1).optional(),
  S3_SECRET_KEY: z.string().min(1).optional(),
  /** The malware scanner (ClamAV), such as tcp://127.0.0.1:3310; unset, files are not scanned. */
  CLAMAV_URL: z
    .string()
    .regex(/^tcp:\/\/[^/\s]+$/)
    .optional(),
  /** Whether files are held, not shown, while the scanner is away. */
  CLAMAV_HOLD: flag.default('1'),
  SITE_OPERATOR: z.string().default('望川区政协办公室'),
  SITE_CONTRACTOR: z.string().default('望川区政务信息中心'),
  SITE_TELEPHONE: z.string().default('0000-0000100'),
  SITE_ID_CODE: z.string().optional(),
  SITE_ICP: z.string().optional(),
  SITE_POLICE_RECORD: z.string().optional(),
})

export type Environment = z.infer<typeof EnvironmentSchema>

/** The settings of this process. Throws with every wrong variable named, never with its value. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const known = Object.fromEntries(
    Object.keys(EnvironmentSchema.shape).flatMap((name) =>
      source[name] ? [[name, source[name]]] : [],
    ),
  )
  const parsed = EnvironmentSchema.safeParse(known)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`Settings are wrong:\n  ${problems.join('\n  ')}`)
}
