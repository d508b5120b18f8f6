import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const secret = 'x'.repeat(32)

test('without any settings the portal serves the demo supplier on this machine alone', () => {
  const config = readConfig({})
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 8080,
    publicUrl: 'http://localhost:8080',
    https: false,
    supplier: 'kremenchukgaz',
    demo: true,
    databaseUrl: null,
    secret: null,
    payments: ['demo'],
    passwordMinLength: 6,
    smsPerAddressHour: 30,
    smsPerHour: 200,
  })
})

test('the public address follows the port, and https is known by it', () => {
  expect(readConfig({ KABINET_PORT: '9000' }).publicUrl).toBe('http://localhost:9000')
  expect(readConfig({ KABINET_PUBLIC_URL: 'https://my.example.ua/' })).toMatchObject({
    publicUrl: 'https://my.example.ua',
    https: true,
  })
})

test("demo mode is never on by itself on a PostgreSQL of one's own", () => {
  const own = { DATABASE_URL: 'postgres://u:p@127.0.0.1/kabinet', KABINET_SECRET: secret }
  expect(readConfig(own)).toMatchObject({ demo: false, payments: [] })
  expect(readConfig({ ...own, KABINET_DEMO: '1' }).demo).toBe(true)
})

const wrong: [environment: Record<string, string>, named: RegExp][] = [
  [{ KABINET_PORT: '0' }, /^KABINET_PORT is not between 1 and 65535; an example: KABINET_PORT=8080$/],
  [{ KABINET_PORT: '80a' }, /^KABINET_PORT is not a whole number/],
  [{ KABINET_PUBLIC_URL: 'my.example.ua' }, /^KABINET_PUBLIC_URL is not an address/],
  [
    { KABINET_SUPPLIER: 'nobody' },
    /^KABINET_SUPPLIER names nobody, and suppliers\/ holds kremenchukgaz, lanivgaz/,
  ],
  [{ KABINET_SUPPLIER: '../etc' }, /^KABINET_SUPPLIER is not the name of a folder/],
  [{ KABINET_DEMO: 'yes' }, /^KABINET_DEMO is neither 0 nor 1/],
  [{ KABINET_DEMO: '0' }, /^KABINET_SECRET is not set/],
  [{ KABINET_SECRET: 'short' }, /^KABINET_SECRET is shorter than 32/],
  [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL is not a PostgreSQL address/],
  [{ KABINET_PAYMENTS: 'demo,paypal' }, /^KABINET_PAYMENTS names something other/],
  [{ KABINET_PAYMENTS: 'liqpay' }, /LIQPAY_PUBLIC_KEY and LIQPAY_PRIVATE_KEY must be set/],
  [{ KABINET_PAYMENTS: 'demo', KABINET_DEMO: '0', KABINET_SECRET: secret }, /^KABINET_PAYMENTS names demo/],
  [{ KABINET_PASSWORD_MIN_LENGTH: '3' }, /^KABINET_PASSWORD_MIN_LENGTH is not between 6 and 64/],
]

test.each(wrong)('a wrong setting stops the start in one line: %o', (environment, named) => {
  expect(() => readConfig(environment)).toThrow(named)
})
