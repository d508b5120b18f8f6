/** Payments under way at the demo gateway, and what it might say of them, truly signed. */
import { createHash } from 'node:crypto'
import { demoShop } from '../src/gateways/payments/demo-shop.ts'
import { routes } from '../src/routes.ts'
import { hold, monthClosingWith, seedAccount } from './accounts.ts'
import type { TestApplication } from './application.ts'
import type { Browser } from './browser.ts'
import { signInDirectly } from './sessions.ts'

export interface BegunPayment {
  /** The order's id at the gateway, too. */
  id: string
  accountId: number
  browser: Browser
}

let begun = 0

/** Someone new with an account of their own, who has gone to the gateway to pay 71,68 грн. */
export async function beginPayment(application: TestApplication): Promise<BegunPayment> {
  begun += 1
  const phone = `38067${String(begun).padStart(7, '0')}`
  const browser = await signInDirectly(application, phone)
  const account = await seedAccount(application.db, { rows: [monthClosingWith(7168)] })
  await hold(application.db, phone, account.id)
  await browser.post(routes.payments.to(), { account: String(account.id) })
  const [payment] = await application.db<{ id: string }[]>`
    select id from payments where account_id = ${account.id}`
  if (payment === undefined) throw new Error('no payment was begun')
  return { id: payment.id, accountId: account.id, browser }
}

/** The fields of a success for that order; `changes` take their place. */
export function gatewaySays(orderId: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    public_key: demoShop.publicKey,
    version: 7,
    action: 'pay',
    status: 'success',
    order_id: orderId,
    payment_id: Number.parseInt(orderId.slice(0, 8), 16),
    amount: 71.68,
    currency: 'UAH',
    sender_commission: 0,
    rrn_debit: '012345678901',
    sender_card_mask2: '424242*42',
    ...changes,
  }
}

/** The body of a callback with these fields, signed by the demo gateway's key unless another is given. */
export function callbackBody(fields: object | string, privateKey: string = demoShop.privateKey): string {
  const json = typeof fields === 'string' ? fields : JSON.stringify(fields)
  const data = Buffer.from(json).toString('base64')
  const signature = createHash('sha3-256')
    .update(privateKey + data + privateKey)
    .digest('base64')
  return new URLSearchParams({ data, signature }).toString()
}

/** Sends a callback as the gateway does: without a browser's headers. */
export async function sendCallback(application: TestApplication, body: string): Promise<number> {
  const answer = await application.app.inject({
    method: 'POST',
    url: routes.gatewayCallback.to({ gateway: 'demo' }),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: body,
  })
  return answer.statusCode
}
