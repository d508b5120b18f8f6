import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Sql } from '../../db/connection.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Gateways, PaymentGateway } from '../../gateways/payments/gateway.ts'
import { applyNews } from '../../payments/apply.ts'
import { tellDecision } from '../../payments/telling.ts'
import { routes } from '../../routes.ts'

interface Entrance {
  db: Sql
  gateways: Gateways
  clock: Clock
}

/** Where LiqPay, and in demo mode the demo gateway, tell outcomes. They prove themselves by their signature alone. */
export function liqpayCallbacks(app: FastifyInstance, entrance: Entrance): void {
  app.register(async scope => {
    takeRawBodies(scope)
    for (const name of ['liqpay', 'demo']) {
      const gateway = entrance.gateways.get(name)
      if (gateway === undefined) continue
      scope.post(
        routes.gatewayCallback.to({ gateway: name }),
        { config: { machine: true } },
        (request, reply) => takeCallback(entrance, gateway, request, reply),
      )
    }
  })
}

/** The signature is over bytes, and the bytes are kept: nothing may read them before us. */
function takeRawBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
}

/** Acknowledged only once it is written. An order that is not ours is kept and acknowledged too: it was truly signed. */
async function takeCallback(
  { db, clock }: Entrance,
  gateway: PaymentGateway,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const verified = gateway.verifyCallback(raw)
  if (!verified.ok) {
    const facts = { gateway: gateway.name, reason: verified.reason, address: request.ip, bytes: raw.length }
    request.log.warn(facts, 'a callback was refused')
    return reply.code(verified.reason === 'signature' ? 403 : 400).send({ refused: verified.reason })
  }
  const delivery = {
    gateway: gateway.name,
    source: 'callback',
    raw,
    news: verified.news,
    now: clock(),
  } as const
  tellDecision(request.log, delivery, await applyNews(db, delivery))
  return reply.code(200).send({ status: 'ok' })
}
