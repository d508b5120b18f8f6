import type { Kopiykas } from '../../domain/money.ts'
import type { PaymentOutcome } from '../../domain/payment-status.ts'

/** What we ask a gateway to take from a person. */
export interface CheckoutOrder {
  /** Our payment's id: the order's id at the gateway. */
  orderId: string
  amount: Kopiykas
  currency: 'UAH'
  description: string
  /** Where the person's browser comes back to. It proves nothing. */
  resultUrl: string
  /** Where the gateway tells the outcome, signed. */
  callbackUrl: string
  /** From then on the gateway takes no money for this order. */
  expiresAt: Date
}

/** What a gateway says of an order, whoever brings the news: a callback, or the answer to our question. */
export interface GatewayNews {
  orderId: string
  outcome: PaymentOutcome
  /** null where the gateway's number is no exact sum in kopiykas: such news is never credited. */
  amount: Kopiykas | null
  currency: string
  /** What the payer bore above the amount. */
  fee: Kopiykas
  gatewayPaymentId: string | null
  rrn: string | null
  cardMask: string | null
  /** When the gateway took the money, or last decided, by its own clock; null where it does not say. */
  paidAt: Date | null
  /** The gateway's own word for it: `success`, `failure` … */
  status: string
  /** Why it failed, in the gateway's code, for the log. */
  failure: string | null
}

/**
 * The bytes were signed by the gateway and say something, or not. `signature`: not signed by it. `malformed`: signed, and
 * yet no news of a payment.
 */
export type VerifiedCallback =
  | { ok: true; news: GatewayNews }
  | { ok: false; reason: 'signature' | 'malformed' }

/** One payment system. A new one is one file that gives this, and one test. */
export interface PaymentGateway {
  /** The word for it in settings, addresses and rows: `liqpay`. */
  name: string
  /** What people read: `LiqPay`. */
  title: string
  /** Where forms and redirects may lead, for the policy of the pages. */
  origin: string
  /** The address of the gateway's own page for this order; the browser goes there by GET. */
  checkoutUrl(order: CheckoutOrder): string
  /** Reads a callback from its raw body. Never throws on what came. */
  verifyCallback(rawBody: Buffer): VerifiedCallback
  /** Asks the gateway about an order. null: it knows no such order. Throws where it can't be reached. */
  fetchStatus(orderId: string): Promise<{ raw: Buffer; news: GatewayNews } | null>
}

/** The gateways that the supplier switched on, by name; the first is the one offered. */
export type Gateways = ReadonlyMap<string, PaymentGateway>
