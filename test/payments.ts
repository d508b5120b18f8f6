/** People who pay at the demo gateway, and what it might say of their payments, truly signed. */
import { createHash } from 'node:crypto'
import type { Sql } from '../src/db/connection.ts'
import { demoShop } from '../src/gateways/payments/demo-shop.ts'
import { routes } from '../src/routes.ts'
import { hold, monthClosingWith, seedAccount } from './accounts.ts'
import type { TestApplication } from './application.ts'
import type { Browser, Page } from './browser.ts'
import { visitor } from './visitors.ts'

export interface BegunPayment {
  /** The order's id at the gateway, too. */
  id: string
  accountId: number
  browser: Browser
}

/**
 * Someone new who holds an account with this balance in kopiykas: a debt of 71,68 грн unless told. Signed in `now`, for
 * tests that have moved the clock.
 */
export async function debtor(application: TestApplication, balance = 7168, now?: Date) {
  const { browser, phone } = await visitor(application, now)
  const account = await seedAccount(application.db, { rows: [monthClosingWith(balance)] })
  await hold(application.db, phone, account.id)
  return { browser, account }
}

/** Presses «Оплатити» on the account's page. */
export function beginPaying(browser: Browser, accountId: number): Promise<Page> {
  return browser.post(routes.payments.to(), { account: String(accountId) })
}

/** Presses a button of the demo gateway's page; its answer leads back to the payment. */
export async function decide(browser: Browser, checkout: Page, decision: 'pay' | 'decline'): Promise<Page> {
  const { searchParams } = new URL(checkout.location)
  const answer = await browser.post(routes.demoCheckout.to(), {
    ...Object.fromEntries(searchParams),
    decision,
  })
  if (answer.status !== 303) throw new Error(`the demo gateway answered ${answer.status}`)
  return { ...answer, location: new URL(answer.location).pathname }
}

/** Someone new with an account of their own, who has gone to the gateway to pay 71,68 грн. */
export async function beginPayment(application: TestApplication): Promise<BegunPayment> {
  const { browser, account } = await debtor(application)
  await beginPaying(browser, account.id)
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

/** Opens every connection of the pool, so that what is then begun at once does meet. */
export async function openConnections(db: Sql): Promise<void> {
  await Promise.all(Array.from({ length: 10 }, () => db`select pg_sleep(0.1)`))
}
