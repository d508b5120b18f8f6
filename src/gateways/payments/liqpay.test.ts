import { expect, test } from 'vitest'
import { kop } from '../../domain/money.ts'
import { flatFields } from './exact-json.ts'
import { type LiqPayShop, liqpay } from './liqpay.ts'
import { liqpayOutcome } from './liqpay-news.ts'
import { hashOfVersion, liqpaySignature } from './liqpay-signature.ts'

const privateKey = 'a4825234f4bae72a0be04eafe9e8e2bada209255'
const shop: LiqPayShop = {
  name: 'liqpay',
  title: 'LiqPay',
  version: 7,
  publicKey: 'i00000000',
  privateKey,
  checkoutUrl: 'https://liqpay.test/api/3/checkout',
  apiUrl: 'https://liqpay.test/api/request',
}
const news = {
  public_key: 'i00000000',
  order_id: 'order-1',
  status: 'success',
  amount: 71.68,
  currency: 'UAH',
  payment_id: 2400000001,
  sender_commission: 0.0,
  rrn_debit: '012345678901',
  sender_card_mask2: '424242*42',
  end_date: 1795168860000,
}

const encoded = (text: string) => Buffer.from(text).toString('base64')
const form = (data: string, signature: string) =>
  Buffer.from(new URLSearchParams({ data, signature }).toString())
const callback = (text: string, hash: 'sha3-256' | 'sha1' = 'sha3-256') =>
  form(encoded(text), liqpaySignature(encoded(text), privateKey, hash))
const answering = (body: string, status = 200) =>
  liqpay({ ...shop, fetch: async () => new Response(body, { status }) })

test('signatures agree with the values published for LiqPay', () => {
  const v1 = encoded(
    '{"public_key":"i00000000","version":"3","action":"pay","amount":"3","currency":"UAH","description":"test","order_id":"000001"}',
  )
  expect(liqpaySignature(v1, privateKey, 'sha1')).toBe('wR+UZDC4jjeL/qUOvIsofIWpZh8=')
  expect(liqpaySignature(v1, privateKey, 'sha3-256')).toBe('V6/0SB3N+eEWw1S/e3g7/nmX4uM9Z4TDyK2PTMmHdvA=')
  const v2 = encoded(
    '{"public_key":"i00000000","version":7,"action":"pay","amount":3,"currency":"UAH","description":"test","order_id":"000001"}',
  )
  expect(liqpaySignature(v2, privateKey, hashOfVersion(7))).toBe(
    'S9OCnG27XEX4DYkMOyaWdM7HhKYDEPEZOITHnJcnOGo=',
  )
})

test.each([
  [7, 'sha3-256'],
  [3, 'sha1'],
] as const)('a checkout of version %i bears the order exactly, signed by %s', (version, hash) => {
  const url = new URL(
    liqpay({ ...shop, version }).checkoutUrl({
      orderId: 'order-1',
      amount: kop(7160),
      currency: 'UAH',
      description: 'За газ ???>>>',
      resultUrl: 'https://my.example.ua/payments/order-1',
      callbackUrl: 'https://my.example.ua/gateways/liqpay/callback',
      expiresAt: new Date('2026-11-21T10:00:00Z'),
    }),
  )
  const data = url.searchParams.get('data') ?? ''
  expect(url.searchParams.get('signature')).toBe(liqpaySignature(data, privateKey, hash))
  expect(JSON.parse(Buffer.from(data, 'base64').toString())).toMatchObject({
    version,
    public_key: 'i00000000',
    action: 'pay',
    amount: '71.60',
    currency: 'UAH',
    order_id: 'order-1',
    description: 'За газ ???>>>',
    expired_date: '2026-11-21 10:00:00',
  })
})

test.each(['sha3-256', 'sha1'] as const)('a callback signed by %s is believed', hash => {
  expect(liqpay(shop).verifyCallback(callback(JSON.stringify(news), hash))).toEqual({
    ok: true,
    news: {
      orderId: 'order-1',
      outcome: 'paid',
      amount: 7168n,
      currency: 'UAH',
      fee: 0n,
      gatewayPaymentId: '2400000001',
      rrn: '012345678901',
      cardMask: '424242*42',
      paidAt: new Date(1795168860000),
      status: 'success',
      failure: null,
    },
  })
})

test('the types of the fields may drift, and sums stay exact where a float would not', () => {
  const drifted = (amount: string) =>
    liqpay(shop).verifyCallback(
      callback(
        `{"public_key":"i00000000","order_id":1,"status":"success","currency":"UAH","payment_id":"7","is_3ds":true,"amount":${amount}}`,
      ),
    )
  for (const [text, kopiykas] of [
    ['"71.68"', 7168n],
    ['71.6', 7160n],
    ['71.6800', 7168n],
    ['90071992547409.93', null],
    ['9007199254740.93', 900719925474093n],
    ['71.680000000000007', null],
    ['7.168e1', null],
    ['-71.68', null],
    ['null', null],
  ] as const)
    expect(drifted(text), text).toMatchObject({ ok: true, news: { amount: kopiykas, orderId: '1' } })
  expect(flatFields('{"a":0.1,"b":true,"c":null,"d":{"e":1}}')).toEqual(
    new Map([
      ['a', '0.1'],
      ['b', 'true'],
    ]),
  )
})

test('a callback that is not signed by our key, or is no callback, is refused', () => {
  const { verifyCallback } = liqpay(shop)
  const text = JSON.stringify(news)
  const data = encoded(text)
  const right = liqpaySignature(data, privateKey, 'sha3-256')
  let refused = 0
  for (let at = 0; at < right.length; at++) {
    const wrong = `${right.slice(0, at)}${right[at] === 'A' ? 'B' : 'A'}${right.slice(at + 1)}`
    expect(verifyCallback(form(data, wrong))).toEqual({ ok: false, reason: 'signature' })
    refused++
  }
  expect(refused).toBe(44)
  const altered = encoded(text.replace('71.68', '0.01'))
  expect(verifyCallback(form(altered, right))).toEqual({ ok: false, reason: 'signature' })
  expect(verifyCallback(form(data, ''))).toEqual({ ok: false, reason: 'signature' })
  for (const body of ['', 'data', '{"data":1}', `${form(data, right)}&data=${data}`, '\u0000'])
    expect(verifyCallback(Buffer.from(body))).toEqual({ ok: false, reason: 'signature' })
  for (const inner of ['', '[]', 'null', '{', '1', '{"order_id":"1"}', text.replace('i00000000', 'i999')])
    expect(verifyCallback(callback(inner)), inner).toEqual({
      ok: false,
      reason: inner === '' ? 'signature' : 'malformed',
    })
})

test('test money counts for a shop with test keys alone, and a word not known means «not known yet»', () => {
  expect(liqpayOutcome('sandbox', false)).toBe('processing')
  expect(liqpayOutcome('sandbox', true)).toBe('paid')
  expect(liqpayOutcome('wait_compensation', false)).toBe('paid')
  expect(liqpayOutcome('failure', false)).toBe('failed')
  expect(liqpayOutcome('error', false)).toBe('failed')
  expect(liqpayOutcome('reversed', false)).toBe('refunded')
  expect(liqpayOutcome('3ds_verify', false)).toBe('unfinished')
  expect(liqpayOutcome('wait_accept', false)).toBe('processing')
  expect(liqpayOutcome('a new word', false)).toBe('processing')
})

test('the answer about an order is told; one that the gateway does not know is null', async () => {
  const raw = JSON.stringify({ result: 'ok', ...news })
  const answer = await answering(raw).fetchStatus('order-1')
  expect(answer?.raw.toString()).toBe(raw)
  expect(answer?.news.outcome).toBe('paid')
  const unknown = '{"result":"error","status":"error","err_code":"payment_not_found"}'
  expect(await answering(unknown).fetchStatus('order-1')).toBeNull()
})

test('an answer that says nothing of the order is a fault, and never an outcome', async () => {
  for (const gateway of [
    answering('{"result":"ok","err_code":"shop_blocked"}'),
    answering('<html>'),
    answering(JSON.stringify({ ...news, order_id: 'another' })),
    answering(JSON.stringify(news), 502),
  ])
    await expect(gateway.fetchStatus('order-1')).rejects.toThrow('liqpay answered')
})
