import type { Logger } from 'pino'
import type { Sql } from '../db/connection.ts'
import type { Clock } from '../domain/clock.ts'
import type { SmsGateway } from '../gateways/sms/gateway.ts'
import { openText } from './sealed-text.ts'

export interface Sending {
  db: Sql
  gateway: SmsGateway
  log: Pick<Logger, 'warn' | 'error'>
  clock: Clock
  /** Opens the texts, which are erased once sent. Null in demo mode: there they are readable, and stay. */
  smsSecret: string | null
}

/** Minutes from each try to the next; the gateway answers sooner. After one more it has failed: its code is too old. */
const waits = [1, 1, 2, 4]

/**
 * Sends what waits, and gives how many were sent. Each SMS is claimed for as long as its next try is off, sent outside
 * of any transaction, and marked: several senders at once don't take the same, and a crash between sending and marking
 * sends the same text once more, never a lost one.
 */
export async function sendQueued(sending: Sending): Promise<number> {
  let sent = 0
  for (;;) {
    const sms = await claimNext(sending)
    if (sms === null) return sent
    if (await send(sending, sms)) sent += 1
  }
}

interface Claimed {
  id: number
  phone: string
  sender: string
  text: string
  /** With the one that begins. */
  attempts: number
}

async function claimNext({ db, clock }: Sending): Promise<Claimed | null> {
  const now = clock()
  const [sms] = await db<Claimed[]>`
    update sms set attempts = attempts + 1,
      next_try_at = ${now}::timestamptz
        + make_interval(mins => (${waits}::int[])[least(attempts + 1, ${waits.length}::int)])
    where id = (
      select id from sms where state = 'queued' and next_try_at <= ${now}
      order by id limit 1 for update skip locked
    )
    returning id, phone, sender, text, attempts`
  return sms ?? null
}

async function send({ db, gateway, log, clock, smsSecret }: Sending, sms: Claimed): Promise<boolean> {
  const { id, phone, sender, attempts } = sms
  try {
    const text = smsSecret === null ? sms.text : openText(smsSecret, phone, sms.text)
    await gateway.send({ phone, sender, text })
  } catch (error) {
    const last = attempts > waits.length
    log[last ? 'error' : 'warn']({ err: error, gateway: gateway.name, smsId: id }, 'an SMS was not taken')
    // who claimed it anew meanwhile tells how it went
    await db`
      update sms set last_error = ${reason(error)}, state = ${last ? 'failed' : 'queued'},
        text = ${last && smsSecret !== null ? '' : sms.text}
      where id = ${id} and state = 'queued' and attempts = ${attempts}`
    return false
  }
  await db`
    update sms set state = 'sent', sent_at = ${clock()}, text = ${smsSecret === null ? sms.text : ''} where id = ${id}`
  return true
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 200)
