/** The protocol of LiqPay as the gateway's own side speaks it, written from its description and from nobody's client. */
import { createHash } from 'node:crypto'
import { z } from 'zod'

/** A shop that has an account at this gateway. */
export interface Shop {
  name: string
  publicKey: string
  privateKey: string
  /** The only site that this shop may have people, and callbacks, sent to. */
  origin: string
}

const text = z.union([z.string(), z.number()]).transform(String)
const version = z.coerce.number().int().min(3).max(7)
const amount = text.refine(value => /^\d{1,10}(\.\d{1,2})?$/.test(value) && Number(value) > 0)

/** UTC, to the second, `2026-11-20 11:30:00`, as a moment. */
const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
  .transform(value => `${value.replace(' ', 'T')}Z`)
  .refine(value => !Number.isNaN(Date.parse(value)))

const common = { version, public_key: text, order_id: text.pipe(z.string().min(1).max(255)) }

const checkoutSchema = z.object({
  ...common,
  action: z.literal('pay'),
  amount,
  currency: z.literal('UAH'),
  description: text,
  /** From then on the order can't be paid. */
  expired_date: moment.optional(),
  result_url: z.url().max(510),
  server_url: z.url().max(510),
})

const questionSchema = z.object({ ...common, action: z.literal('status') })

/** What a shop asks a payer to pay. */
export type Checkout = z.output<typeof checkoutSchema>

/** `unknown-shop` and `signature`: who asks is not who they say; `malformed`: signed, and yet no such request. */
export type Refusal = 'unknown-shop' | 'signature' | 'malformed'
export type Read<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

/** Reads and checks a checkout; its addresses must be the shop's own. */
export function readCheckout(shop: Shop, form: unknown): Read<Checkout> {
  const read = readSigned(shop, form, checkoutSchema)
  if (!read.ok) return read
  const urls = [read.value.result_url, read.value.server_url]
  return urls.every(url => new URL(url).origin === shop.origin) ? read : { ok: false, refusal: 'malformed' }
}

/** Whether the time that the shop gave the payer is over. A shop that gave none waits for ever. */
export function isOver({ expired_date: end }: Checkout, now: Date): boolean {
  return end !== undefined && Date.parse(end) <= now.getTime()
}

/** Reads and checks a question about an order. */
export function readQuestion(shop: Shop, form: unknown): Read<{ order_id: string }> {
  return readSigned(shop, form, questionSchema)
}

/** `data` and `signature` of a callback, as the body of a form. */
export function signedBody(shop: Shop, atVersion: number, fields: object): string {
  const data = Buffer.from(JSON.stringify(fields), 'utf8').toString('base64')
  return new URLSearchParams({ data, signature: sign(shop, atVersion, data) }).toString()
}

const envelope = z.object({ data: z.string(), signature: z.string() })
const sender = z.object({ public_key: text, version })

function readSigned<T>(shop: Shop, form: unknown, schema: z.ZodType<T>): Read<T> {
  const sent = envelope.safeParse(form)
  if (!sent.success) return { ok: false, refusal: 'signature' }
  const fields = decoded(sent.data.data)
  const from = sender.safeParse(fields)
  if (!from.success) return { ok: false, refusal: 'malformed' }
  if (from.data.public_key !== shop.publicKey) return { ok: false, refusal: 'unknown-shop' }
  if (sign(shop, from.data.version, sent.data.data) !== sent.data.signature)
    return { ok: false, refusal: 'signature' }
  const asked = schema.safeParse(fields)
  return asked.success ? { ok: true, value: asked.data } : { ok: false, refusal: 'malformed' }
}

function decoded(data: string): unknown {
  try {
    return JSON.parse(Buffer.from(data, 'base64').toString('utf8'))
  } catch {
    return null
  }
}

/** From version 7 on SHA3-256, before it SHA-1, over key, data and key again. */
function sign({ privateKey }: Shop, atVersion: number, data: string): string {
  const hash = createHash(atVersion < 7 ? 'sha1' : 'sha3-256')
  for (const part of [privateKey, data, privateKey]) hash.update(part, 'utf8')
  return hash.digest('base64')
}
