import type { FastifyInstance, FastifyRequest } from 'fastify'
import { beginCheckout, type OpenPayment } from '../../payments/checkout.ts'
import { routes } from '../../routes.ts'
import { NotFound } from '../../web/errors.ts'
import { typed } from '../../web/form.ts'
import { seeOther, sendPage } from '../../web/html.ts'
import { sendPdf } from '../../web/pdf.ts'
import { type Cabinet, heldAccount, sideAccounts, signedIn, type Visit } from '../cabinet.ts'
import { PaymentPage } from './payment-page.tsx'
import { findPaymentOf, type Payment } from './queries.ts'
import { receiptData } from './receipt.ts'

/** Paying, and what became of it. */
export function payments(app: FastifyInstance, cabinet: Cabinet): void {
  const { db, face, gateways } = cabinet

  // To the gateway's own page; where nothing can be paid, back to the account, which says why.
  app.post(
    routes.payments.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const account = heldAccount(visit, typed(request.body).account)
      const toAccount = routes.account.to({ id: account.id })
      const [gateway] = gateways.values()
      if (gateway === undefined) return seeOther(reply, toAccount)
      const wish = { personId: visit.person.id, accountId: account.id, gateway: gateway.name }
      const begun = await beginCheckout(db, { ...wish, now: cabinet.clock() })
      if (!begun.ok) return seeOther(reply, toAccount)
      return reply.redirect(
        gateway.checkoutUrl(order(cabinet, begun.payment, gateway.name, account.number)),
        303,
      )
    }),
  )

  app.get(
    routes.payment.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const payment = await ownPayment(cabinet, visit, request)
      return sendPage(
        reply,
        <PaymentPage
          face={face}
          side={sideAccounts(visit, face)}
          payment={payment}
          gatewayTitle={gateways.get(payment.gateway)?.title ?? payment.gateway}
          now={cabinet.clock()}
          accountHeld={visit.accounts.some(account => account.id === payment.account.id)}
        />,
      )
    }),
  )

  app.get(
    routes.receipt.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const payment = await ownPayment(cabinet, visit, request)
      const receipt = receiptData(cabinet, payment)
      if (receipt === null) throw new NotFound('a payment that is not paid has no receipt')
      const pdf = await cabinet.documents.receipt(receipt)
      return sendPdf(reply, pdf, face.t.payments.receiptFile(payment.number))
    }),
  )
}

async function ownPayment(cabinet: Cabinet, visit: Visit, request: FastifyRequest): Promise<Payment> {
  const { id } = request.params as { id: string } // as the pattern names it
  const payment = await findPaymentOf(cabinet.db, visit.person.id, id)
  if (payment === null) throw new NotFound('no such payment of this person')
  return payment
}

function order({ config, face }: Cabinet, payment: OpenPayment, gateway: string, accountNumber: string) {
  return {
    orderId: payment.id,
    amount: payment.amount,
    currency: 'UAH' as const,
    description: face.t.payments.purpose(accountNumber),
    resultUrl: config.publicUrl + routes.payment.to({ id: payment.id }),
    callbackUrl: config.publicUrl + routes.gatewayCallback.to({ gateway }),
    expiresAt: payment.expiresAt,
  }
}
