/** LiqPay, and whatever speaks its protocol: our demo gateway does. */
import { toDecimal } from '../../domain/money.ts'
import { flatFields } from './exact-json.ts'
import type { CheckoutOrder, GatewayNews, PaymentGateway, VerifiedCallback } from './gateway.ts'
import { liqpayNews } from './liqpay-news.ts'
import { hashOfVersion, isSignedBy, liqpaySignature } from './liqpay-signature.ts'

export interface LiqPayShop {
  name: string
  title: string
  /** 7 signs by SHA3-256, 3 by SHA-1. */
  version: 3 | 7
  publicKey: string
  privateKey: string
  /** The page where people pay. */
  checkoutUrl: string
  /** Where questions go. */
  apiUrl: string
  /** Another way to the gateway than the network, for tests. */
  fetch?: typeof fetch
}

/** The gateway did not answer as it should; the question can be asked again later. */
export class GatewayFault extends Error {}

const answerWithin = 10_000
const longestAnswer = 256 * 1024

export function liqpay(shop: LiqPayShop): PaymentGateway {
  return {
    name: shop.name,
    title: shop.title,
    origin: new URL(shop.checkoutUrl).origin,
    checkoutUrl: order => `${shop.checkoutUrl}?${signed(shop, checkoutFields(order))}`,
    verifyCallback: rawBody => verifyCallback(shop, rawBody),
    fetchStatus: orderId => fetchStatus(shop, orderId),
  }
}

function checkoutFields(order: CheckoutOrder): Record<string, string> {
  return {
    action: 'pay',
    amount: toDecimal(order.amount),
    currency: order.currency,
    description: order.description,
    order_id: order.orderId,
    language: 'uk',
    // UTC, to the second, without the T and the Z
    expired_date: order.expiresAt.toISOString().slice(0, 19).replace('T', ' '),
    result_url: order.resultUrl,
    server_url: order.callbackUrl,
  }
}

/** `data` and `signature` as a query or a form. */
function signed({ version, publicKey, privateKey }: LiqPayShop, fields: Record<string, string>): string {
  const data = Buffer.from(JSON.stringify({ version, public_key: publicKey, ...fields })).toString('base64')
  const signature = liqpaySignature(data, privateKey, hashOfVersion(version))
  return new URLSearchParams({ data, signature }).toString()
}

function verifyCallback(shop: LiqPayShop, rawBody: Buffer): VerifiedCallback {
  const form = new URLSearchParams(rawBody.toString('utf8'))
  const [data, ...moreData] = form.getAll('data')
  const [signature, ...moreSignatures] = form.getAll('signature')
  if (!data || !signature || moreData.length + moreSignatures.length > 0)
    return { ok: false, reason: 'signature' }
  if (!isSignedBy(shop.privateKey, data, signature)) return { ok: false, reason: 'signature' }
  const fields = flatFields(Buffer.from(data, 'base64').toString('utf8'))
  const news = fields?.get('public_key') === shop.publicKey ? liqpayNews(fields, isTestShop(shop)) : null
  return news === null ? { ok: false, reason: 'malformed' } : { ok: true, news }
}

/** The answer is not signed: it is believed because we asked, over TLS, at an address of the settings. */
async function fetchStatus(
  shop: LiqPayShop,
  orderId: string,
): Promise<{ raw: Buffer; news: GatewayNews } | null> {
  const answer = await (shop.fetch ?? fetch)(shop.apiUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: signed(shop, { action: 'status', order_id: orderId }),
    redirect: 'error',
    signal: AbortSignal.timeout(answerWithin),
  })
  if (!answer.ok) throw new GatewayFault(`${shop.name} answered ${answer.status}`)
  const raw = Buffer.from(await answer.arrayBuffer())
  const fields = raw.length > longestAnswer ? null : flatFields(raw.toString('utf8'))
  if (fields === null) throw new GatewayFault(`${shop.name} answered with no JSON object`)
  if (isUnknownOrder(fields)) return null
  const news = liqpayNews(fields, isTestShop(shop))
  // such as shop_blocked: an error about the question, which says nothing of the order
  if (news === null) throw new GatewayFault(`${shop.name} answered ${fields.get('err_code') ?? 'no status'}`)
  if (news.orderId !== orderId) throw new GatewayFault(`${shop.name} answered about another order`)
  return { raw, news }
}

function isUnknownOrder(fields: ReadonlyMap<string, string>): boolean {
  return ['payment_not_found', 'order_not_found'].includes(fields.get('err_code') ?? '')
}

function isTestShop({ publicKey }: LiqPayShop): boolean {
  return publicKey.startsWith('sandbox_')
}
