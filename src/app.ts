/**
 * What is served: the protections in the order in which they act, then one line a feature.
 * Together with routes.ts this is the whole portal at a glance.
 */
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { accounts } from './cabinet/accounts/controller.tsx'
import type { Cabinet } from './cabinet/cabinet.ts'
import { contacts } from './cabinet/contacts/controller.tsx'
import { invoices } from './cabinet/documents/controller.ts'
import { pagesOfForms } from './cabinet/form-pages.ts'
import { home } from './cabinet/home/controller.tsx'
import { payments } from './cabinet/payments/controller.tsx'
import { profile } from './cabinet/profile/controller.tsx'
import { recovery } from './cabinet/recovery/controller.tsx'
import { registration } from './cabinet/registration/controller.tsx'
import { signIn } from './cabinet/sign-in/controller.tsx'
import { statistics } from './cabinet/statistics/controller.tsx'
import { liqpayCallbacks } from './callbacks/liqpay/controller.ts'
import type { Config } from './config.ts'
import type { Sql } from './db/connection.ts'
import { isConnectionLost } from './db/connection-lost.ts'
import { demoAccountsJson } from './demo/accounts-json/controller.ts'
import { demoGateway } from './demo/gateway/controller.tsx'
import type { Deliver } from './demo/gateway/delivery.ts'
import { demoOutbox } from './demo/outbox/controller.tsx'
import type { Documents } from './documents/documents.ts'
import type { Clock, Random } from './domain/clock.ts'
import { demoShop } from './gateways/payments/demo-shop.ts'
import type { Gateways } from './gateways/payments/gateway.ts'
import { routes } from './routes.ts'
import type { Supplier } from './supplier.ts'
import { uk } from './texts/texts.ts'
import { cabinetAssets } from './ui/assets.ts'
import { errorPage } from './ui/error-page.tsx'
import type { Face } from './ui/face.ts'
import { serveAssets } from './web/assets.ts'
import { cookies } from './web/cookies.ts'
import { answerErrors } from './web/errors.ts'
import { defendBrowsers } from './web/headers.ts'
import { health } from './web/health.ts'
import { refuseForeignOrigins } from './web/origin-check.ts'

/** Everything from outside that the application needs, so that a test can bring its own. */
export interface Parts {
  config: Config
  secret: string
  supplier: Supplier
  db: Sql
  clock: Clock
  random: Random
  gateways: Gateways
  documents: Documents
  log: FastifyBaseLogger
  /** How the demo gateway's callbacks go out, where not over HTTP. */
  deliver?: Deliver
}

export async function buildApp(parts: Parts): Promise<FastifyInstance> {
  const { config, supplier, db } = parts
  const app = fastify({
    loggerInstance: parts.log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    bodyLimit: 64 * 1024,
    forceCloseConnections: 'idle',
    requestTimeout: 30_000, // a request that never comes whole holds nothing
    routerOptions: { ignoreTrailingSlash: true },
  })

  defendBrowsers(app, { https: config.https, formTargets: formTargets(parts) })
  refuseForeignOrigins(app, ownOrigins(config))
  await app.register(cookie)
  await app.register(formbody)

  const asset = serveAssets(app, '/assets', cabinetAssets(supplier))
  const face: Face = { t: uk, supplier, asset, demo: config.demo }
  answerErrors(app, errorPage(face), isConnectionLost)
  health(app, { alive: routes.healthz.pattern, ready: routes.readyz.pattern, isReady: () => db`select 1` })

  const cabinet: Cabinet = { ...parts, face, cookies: cookies(config.https) }
  registration(app, cabinet)
  signIn(app, cabinet)
  recovery(app, cabinet)
  home(app, cabinet)
  accounts(app, cabinet)
  payments(app, cabinet)
  statistics(app, cabinet)
  invoices(app, cabinet)
  contacts(app, cabinet)
  profile(app, cabinet)
  pagesOfForms(app, cabinet)

  liqpayCallbacks(app, parts)

  if (config.demo) {
    demoAccountsJson(app, cabinet)
    demoOutbox(app, cabinet)
    const shop = { ...demoShop, name: supplier.name, origin: config.publicUrl }
    demoGateway(app, { ...parts, t: uk, shop, deliver: parts.deliver })
  }

  return app
}

/** Where a form may lead besides ourselves: the gateways' own pages. */
function formTargets({ gateways, config }: Parts): string[] {
  return [...gateways.values()]
    .map(gateway => gateway.origin)
    .filter(origin => origin !== new URL(config.publicUrl).origin)
}

/** The portal's own origin; on one's own machine both names of it. */
function ownOrigins(config: Config): Set<string> {
  const own = new URL(config.publicUrl)
  const local = own.hostname === 'localhost' ? [`http://127.0.0.1:${own.port}`] : []
  return new Set([own.origin, ...local])
}
