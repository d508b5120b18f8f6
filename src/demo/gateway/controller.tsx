import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { projectFolder } from '../../config.ts'
import type { Db } from '../../db/connection.ts'
import type { Clock, Random } from '../../domain/clock.ts'
import { routes } from '../../routes.ts'
import type { Texts } from '../../texts/texts.ts'
import { sendPage } from '../../web/html.ts'
import { findOrder, orderFields, sampleCards, settleOrder } from './books.ts'
import { CheckoutPage, RefusalPage } from './checkout-page.tsx'
import { courier, type Deliver, deliverByHttp } from './delivery.ts'
import { isOver, readCheckout, readQuestion, type Shop, signedBody } from './protocol.ts'

/** What the gateway stands on; it knows the portal as a shop alone, by the keys that both hold. */
export interface DemoGateway {
  db: Db
  clock: Clock
  random: Random
  t: Texts
  shop: Shop
  /** How callbacks go out; over HTTP unless a test says otherwise. */
  deliver?: Deliver | undefined
}

const decisionSchema = z.object({
  decision: z.enum(['pay', 'decline']).optional(),
  card: z.enum(sampleCards).default(sampleCards[0]),
})

/** The demo gateway: another party, which takes no money, and speaks LiqPay's protocol. In demo mode alone. */
export function demoGateway(app: FastifyInstance, gateway: DemoGateway): void {
  const { db, shop } = gateway
  const send = courier(app, gateway.deliver ?? deliverByHttp)

  app.get(routes.demoCheckout.pattern, (request, reply) => showCheckout(gateway, request.query, reply))

  app.post(routes.demoCheckout.pattern, async (request, reply) => {
    const chosen = decisionSchema.safeParse(request.body)
    const checkout = readCheckout(shop, request.body)
    // a shop may send people here by POST as well; then nobody has decided yet
    const decided = chosen.success && chosen.data.decision !== undefined
    if (!checkout.ok || !decided || isOver(checkout.value, gateway.clock()))
      return showCheckout(gateway, request.body, reply)
    const order = await settleOrder(db, checkout.value, {
      status: chosen.data.decision === 'pay' ? 'success' : 'failure',
      cardMask: chosen.data.card,
      now: gateway.clock(),
      random: gateway.random,
    })
    if (order !== null) {
      const { version, server_url } = checkout.value
      await send(server_url, signedBody(shop, version, orderFields(shop, order)))
    }
    return reply.redirect(checkout.value.result_url, 303)
  })

  app.post(routes.demoApi.pattern, { config: { machine: true } }, async (request, reply) => {
    const question = readQuestion(shop, request.body)
    if (!question.ok) return reply.code(403).send({ result: 'error', err_code: 'invalid_signature' })
    const order = await findOrder(db, question.value.order_id)
    if (order === null) return { result: 'error', status: 'error', err_code: 'payment_not_found' }
    return { result: 'ok', ...orderFields(shop, order) }
  })

  const style = readFileSync(path.join(projectFolder, 'src', 'demo', 'gateway', 'checkout.css'))
  app.get(routes.demoStyle.pattern, (_request, reply) => reply.type('text/css; charset=utf-8').send(style))
}

const signedSchema = z.object({ data: z.string(), signature: z.string() })

async function showCheckout(gateway: DemoGateway, form: unknown, reply: FastifyReply): Promise<FastifyReply> {
  const { t, shop, db } = gateway
  const checkout = readCheckout(shop, form)
  const signed = signedSchema.safeParse(form)
  if (!checkout.ok || !signed.success) {
    const refusal = checkout.ok ? 'malformed' : checkout.refusal
    return sendPage(reply, <RefusalPage t={t} refusal={refusal} />, refusal === 'malformed' ? 400 : 403)
  }
  const order = await findOrder(db, checkout.value.order_id)
  const over = order === null && isOver(checkout.value, gateway.clock())
  return sendPage(
    reply,
    <CheckoutPage
      t={t}
      shop={shop}
      checkout={checkout.value}
      signed={signed.data}
      order={over ? 'over' : order}
    />,
    over ? 410 : 200,
  )
}
