/**
 * Every setting, read once and checked once: nobody else reads the environment.
 * Each has a default here and a row in docs/settings.md.
 */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** The project's folder: the parent of `src/`, and of `dist/` where the build stands. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url))

export interface LiqPaySettings {
  version: 3 | 7
  publicKey: string
  privateKey: string
  url: string
}

export interface Config {
  host: string
  port: number
  /** Without a slash at its end: `http://localhost:8080`. */
  publicUrl: string
  https: boolean
  dataDir: string
  supplier: string
  demo: boolean
  /** null: the embedded PostgreSQL of the data folder. */
  databaseUrl: string | null
  /** null only in demo mode, where the secret is made and kept in the data folder. */
  secret: string | null
  trustedProxies: string[]
  passwordMinLength: number
  smsPerAddressHour: number
  smsPerHour: number
  sms: 'outbox'
  payments: ('demo' | 'liqpay')[]
  liqpay: LiqPaySettings | null
}

/** A setting that can't be: `message` is one line that names it, its fault and an example. */
export class WrongSetting extends Error {}

const number = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'is not a whole number')
    .transform(Number)
    .refine(value => value >= min && value <= max, `is not between ${min} and ${max}`)

const list = z.string().transform(text =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== ''),
)

const url = (protocols: RegExp, what: string) =>
  z.string().refine(text => URL.canParse(text) && protocols.test(text), `is not ${what}`)

const settings = {
  KABINET_HOST: [z.string(), '127.0.0.1'],
  KABINET_PORT: [number(1, 65535), '8080'],
  KABINET_PUBLIC_URL: [url(/^https?:\/\/[^/]+\/?$/, 'an address without a path'), 'https://my.example.ua'],
  KABINET_DATA_DIR: [z.string(), 'data'],
  KABINET_SUPPLIER: [
    z.string().regex(/^[a-z0-9-]+$/, 'is not the name of a folder of suppliers/'),
    'kremenchukgaz',
  ],
  KABINET_DEMO: [z.enum(['0', '1'], 'is neither 0 nor 1'), '1'],
  DATABASE_URL: [
    url(/^postgres(ql)?:\/\//, 'a PostgreSQL address'),
    'postgres://kabinet:password@127.0.0.1:5432/kabinet',
  ],
  KABINET_SECRET: [
    z.string().min(32, 'is shorter than 32 characters'),
    '64 characters of `openssl rand -hex 32`',
  ],
  KABINET_TRUSTED_PROXIES: [list, '127.0.0.1,10.0.0.0/8'],
  KABINET_PASSWORD_MIN_LENGTH: [number(6, 64), '6'],
  KABINET_SMS_PER_ADDRESS_HOUR: [number(1, 100_000), '30'],
  KABINET_SMS_PER_HOUR: [number(1, 10_000_000), '200'],
  KABINET_SMS: [z.enum(['outbox'], 'is not one of: outbox'), 'outbox'],
  KABINET_PAYMENTS: [
    list.pipe(z.array(z.enum(['demo', 'liqpay'], 'names something other than demo and liqpay'))),
    'demo',
  ],
  LIQPAY_VERSION: [z.enum(['3', '7'], 'is neither 3 nor 7'), '7'],
  LIQPAY_PUBLIC_KEY: [z.string(), 'i00000000'],
  LIQPAY_PRIVATE_KEY: [z.string(), "the shop's private key"],
  LIQPAY_URL: [url(/^https?:\/\//, 'a web address'), 'https://www.liqpay.ua'],
} as const

type Name = keyof typeof settings
type Value<N extends Name> = z.output<(typeof settings)[N][0]>

/**
 * Reads the settings from an environment. Throws WrongSetting with one clear line at the first fault.
 * An empty variable counts as not set.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const read = <N extends Name>(name: N): Value<N> | undefined => {
    const text = environment[name]
    if (text === undefined || text === '') return undefined
    const [schema, example] = settings[name]
    const result = schema.safeParse(text)
    if (result.success) return result.data as Value<N>
    throw new WrongSetting(
      `${name} ${result.error.issues[0]?.message ?? 'is wrong'}; an example: ${name}=${example}`,
    )
  }

  const databaseUrl = read('DATABASE_URL') ?? null
  const demo = (read('KABINET_DEMO') ?? (databaseUrl === null ? '1' : '0')) === '1'
  const port = read('KABINET_PORT') ?? 8080
  const publicUrl = (read('KABINET_PUBLIC_URL') ?? `http://localhost:${port}`).replace(/\/$/, '')
  const payments = read('KABINET_PAYMENTS') ?? (demo ? ['demo' as const] : [])
  const secret = read('KABINET_SECRET') ?? null
  const supplier = read('KABINET_SUPPLIER') ?? 'kremenchukgaz'

  if (secret === null && !demo)
    throw new WrongSetting(
      'KABINET_SECRET is not set, and outside demo mode it must be; an example: KABINET_SECRET=$(openssl rand -hex 32)',
    )
  if (payments.includes('demo') && !demo)
    throw new WrongSetting(
      'KABINET_PAYMENTS names demo, which takes no money, outside demo mode; an example: KABINET_PAYMENTS=liqpay',
    )
  if (!existsSync(path.join(projectFolder, 'suppliers', supplier, 'supplier.toml')))
    throw new WrongSetting(
      `KABINET_SUPPLIER names ${supplier}, and suppliers/ holds ${readdirSync(path.join(projectFolder, 'suppliers')).join(', ')}; an example: KABINET_SUPPLIER=kremenchukgaz`,
    )

  return {
    host: read('KABINET_HOST') ?? '127.0.0.1',
    port,
    publicUrl,
    https: publicUrl.startsWith('https:'),
    dataDir: path.resolve(projectFolder, read('KABINET_DATA_DIR') ?? 'data'),
    supplier,
    demo,
    databaseUrl,
    secret,
    trustedProxies: read('KABINET_TRUSTED_PROXIES') ?? [],
    passwordMinLength: read('KABINET_PASSWORD_MIN_LENGTH') ?? 6,
    smsPerAddressHour: read('KABINET_SMS_PER_ADDRESS_HOUR') ?? 30,
    smsPerHour: read('KABINET_SMS_PER_HOUR') ?? 200,
    sms: read('KABINET_SMS') ?? 'outbox',
    payments,
    liqpay: payments.includes('liqpay') ? liqpaySettings(read) : null,
  }
}

function liqpaySettings(read: <N extends Name>(name: N) => Value<N> | undefined): LiqPaySettings {
  const publicKey = read('LIQPAY_PUBLIC_KEY')
  const privateKey = read('LIQPAY_PRIVATE_KEY')
  if (publicKey === undefined || privateKey === undefined)
    throw new WrongSetting(
      'KABINET_PAYMENTS names liqpay, so LIQPAY_PUBLIC_KEY and LIQPAY_PRIVATE_KEY must be set; an example: LIQPAY_PUBLIC_KEY=i00000000',
    )
  return {
    version: read('LIQPAY_VERSION') === '3' ? 3 : 7,
    publicKey,
    privateKey,
    url: (read('LIQPAY_URL') ?? 'https://www.liqpay.ua').replace(/\/$/, ''),
  }
}
