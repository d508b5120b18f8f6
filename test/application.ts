/** The real application on a fresh database, with a clock and chance of the test's own. No port, no network. */
import { randomBytes } from 'node:crypto'
import pino from 'pino'
import { buildApp } from '../src/app.ts'
import { type Config, readConfig } from '../src/config.ts'
import type { Sql } from '../src/db/connection.ts'
import type { Deliver } from '../src/demo/gateway/delivery.ts'
import { createDocuments } from '../src/documents/documents.ts'
import type { Gateways } from '../src/gateways/payments/gateway.ts'
import { paymentGateways } from '../src/gateways/payments/gateways.ts'
import { loadSupplier } from '../src/supplier.ts'
import { Browser } from './browser.ts'
import { freshDatabase } from './database.ts'
import { deliverInto, fetchInto } from './loopback.ts'

interface Wishes {
  /** Settings beside the defaults. */
  environment?: Record<string, string>
  gateways?: Gateways
  /** How the demo gateway's callbacks go out; they reach the application itself unless told. */
  deliver?: Deliver
  now?: Date
}

export interface TestApplication {
  db: Sql
  config: Config
  gateways: Gateways
  /** A browser of its own, with its own cookies. */
  browser(): Browser
  /** Moves the clock. */
  setTime(now: Date): void
  app: Awaited<ReturnType<typeof buildApp>>
  [Symbol.asyncDispose](): Promise<void>
}

/** Starts one; `await using application = await startApplication()` stops it. */
export async function startApplication(wishes: Wishes = {}): Promise<TestApplication> {
  const database = await freshDatabase()
  const config = readConfig({
    KABINET_SECRET: 'a secret for tests alone, of no worth',
    ...wishes.environment,
  })
  const documents = createDocuments()
  let now = wishes.now ?? new Date('2026-11-20T10:00:00Z')
  const self = (): typeof app => app
  const gateways = wishes.gateways ?? paymentGateways(config, { fetch: fetchInto(self) })
  const app: TestApplication['app'] = await buildApp({
    config,
    secret: config.secret ?? '',
    supplier: loadSupplier(config.supplier),
    db: database.sql,
    clock: () => now,
    random: randomBytes,
    gateways,
    deliver: wishes.deliver ?? deliverInto(self),
    documents,
    log: pino({ level: 'silent' }),
  })
  return {
    app,
    db: database.sql,
    config,
    gateways,
    browser: () => new Browser(app, config.publicUrl),
    setTime: moment => {
      now = moment
    },
    [Symbol.asyncDispose]: async () => {
      await app.close()
      await documents.close()
      await database.close()
    },
  }
}
