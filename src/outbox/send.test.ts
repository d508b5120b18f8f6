import pino from 'pino'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { connect } from '../db/connection.ts'
import type { SmsGateway, SmsToSend } from '../gateways/sms/gateway.ts'
import { eraseOldSms } from './erase.ts'
import { queueSms } from './queue.ts'
import { sendQueued } from './send.ts'

const log = pino({ level: 'silent' })
const queuedAt = new Date('2026-11-20T10:00:00Z')
const minutesLater = (minutes: number) => new Date(queuedAt.getTime() + minutes * 60_000)
const smsSecret = 'a secret for tests alone, of no worth'
const sms = { phone: '380671234567', sender: 'TEST', text: 'Код - 123456', now: queuedAt, smsSecret }

/** A gateway of which a test says what it takes. */
function gatewayThat(takes: (sms: SmsToSend) => Promise<void> | void): SmsGateway & { got: SmsToSend[] } {
  const got: SmsToSend[] = []
  return {
    name: 'stand-in',
    got,
    send: async one => {
      got.push(one)
      await takes(one)
    },
  }
}

test('what is queued goes once, in its order, and outside the demo its text is erased', async () => {
  const { sql, close } = await freshDatabase()
  const gateway = gatewayThat(() => {})
  await queueSms(sql, sms)
  await queueSms(sql, { ...sms, text: 'Друге\r\nрядком' })
  const sending = { db: sql, gateway, log, clock: () => queuedAt, smsSecret }
  expect(await sendQueued(sending)).toBe(2)
  expect(await sendQueued(sending)).toBe(0)
  expect(gateway.got.map(one => one.text)).toEqual(['Код - 123456', 'Друге рядком'])
  expect(await sql`select state, text from sms`).toEqual([
    { state: 'sent', text: '' },
    { state: 'sent', text: '' },
  ])
  await close()
})

test('an SMS of a transaction that failed is not sent', async () => {
  const { sql, close } = await freshDatabase()
  const failed = sql.begin(async tx => {
    await queueSms(tx, sms)
    throw new Error('the caller failed')
  })
  await expect(failed).rejects.toThrow('the caller failed')
  expect(await sql`select from sms`).toHaveLength(0)
  await close()
})

test('several senders at once send each SMS once', async () => {
  const { sql, close } = await freshDatabase()
  const gateway = gatewayThat(() => new Promise(resolve => setTimeout(resolve, 5)))
  for (let count = 0; count < 20; count++) await queueSms(sql, { ...sms, text: `№ ${count}` })
  const sending = { db: sql, gateway, log, clock: () => queuedAt, smsSecret }
  const counts = await Promise.all([sendQueued(sending), sendQueued(sending), sendQueued(sending)])
  expect(counts[0] + counts[1] + counts[2]).toBe(20)
  expect(new Set(gateway.got.map(one => one.text)).size).toBe(20)
  expect(gateway.got).toHaveLength(20)
  await close()
})

test('a gateway that takes nothing is asked ever more seldom, holds up no other SMS, and in the end it has failed', async () => {
  const { sql, close } = await freshDatabase()
  const gateway = gatewayThat(one => {
    if (one.phone === sms.phone) throw new Error('no such number')
  })
  await queueSms(sql, sms)
  await queueSms(sql, { ...sms, phone: '380509876543' })
  const triedAt: number[] = []
  for (let minute = 0; minute < 20; minute++) {
    const before = gateway.got.filter(one => one.phone === sms.phone).length
    await sendQueued({ db: sql, gateway, log, clock: () => minutesLater(minute), smsSecret })
    if (gateway.got.filter(one => one.phone === sms.phone).length > before) triedAt.push(minute)
  }
  expect(triedAt).toEqual([0, 1, 2, 4, 8])
  expect(await sql`select state, attempts, last_error, text from sms order by id`).toEqual([
    { state: 'failed', attempts: 5, lastError: 'no such number', text: '' },
    { state: 'sent', attempts: 1, lastError: null, text: '' },
  ])
  await close()
})

test('a session that is cut while the gateway takes its time ends nothing, and the SMS goes once', async () => {
  const { sql, url, close } = await freshDatabase()
  const gateway = gatewayThat(async () => {
    const other = connect(url, { max: 1 })
    await other`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
    await other.end()
    await new Promise(resolve => setTimeout(resolve, 100))
  })
  await queueSms(sql, sms)
  const sending = { db: sql, gateway, log, clock: () => queuedAt, smsSecret }
  expect(await sendQueued(sending)).toBe(1)
  expect(await sendQueued(sending)).toBe(0)
  expect(gateway.got).toHaveLength(1)
  await close()
})

test('an SMS whose sender ended before it could tell the outcome is tried again a minute later', async () => {
  const { sql, close } = await freshDatabase()
  const ending = gatewayThat(() => new Promise(() => {}))
  const gateway = gatewayThat(() => {})
  await queueSms(sql, sms)
  const sendAt = (minutes: number, by: SmsGateway) =>
    sendQueued({ db: sql, gateway: by, log, clock: () => minutesLater(minutes), smsSecret })
  sendAt(0, ending)
  await expect.poll(() => ending.got).toHaveLength(1)
  expect(await sendAt(0.9, gateway)).toBe(0)
  expect(await sendAt(1, gateway)).toBe(1)
  expect(gateway.got.map(one => one.text)).toEqual([sms.text])
  await close()
})

test('what waits is readable neither in the table nor under another secret or phone; in demo mode it stays', async () => {
  const { sql, close } = await freshDatabase()
  const gateway = gatewayThat(() => {})
  const send = (secret: string | null, minutes: number) =>
    sendQueued({ db: sql, gateway, log, clock: () => minutesLater(minutes), smsSecret: secret })
  await queueSms(sql, sms)
  const [row] = await sql<{ text: string }[]>`select text from sms`
  expect(row?.text).toMatch(/^[\w+/=]+$/)
  expect(Buffer.from(row?.text ?? '', 'base64').toString()).not.toContain('123456')
  expect(await send('another secret', 0)).toBe(0)
  await sql`update sms set phone = '380509876543'`
  expect(await send(smsSecret, 1)).toBe(0)
  await sql`update sms set phone = ${sms.phone}`
  expect(await send(smsSecret, 2)).toBe(1)
  await queueSms(sql, { ...sms, smsSecret: null })
  expect(await send(null, 0)).toBe(1)
  expect(gateway.got.map(one => one.text)).toEqual([sms.text, sms.text])
  expect(await sql`select text from sms order by id`).toEqual([{ text: '' }, { text: sms.text }])
  await close()
})

test('SMS of more than thirty days ago are erased', async () => {
  const { sql, close } = await freshDatabase()
  await queueSms(sql, sms)
  await eraseOldSms(sql, minutesLater(30 * 24 * 60))
  expect(await sql`select from sms`).toHaveLength(1)
  await eraseOldSms(sql, minutesLater(30 * 24 * 60 + 1))
  expect(await sql`select from sms`).toHaveLength(0)
  await close()
})
