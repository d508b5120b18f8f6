import type { Logger } from 'pino'
import type { Sql } from '../db/connection.ts'
import type { SmsGateway } from '../gateways/sms/gateway.ts'

export interface Sending {
  db: Sql
  gateway: SmsGateway
  log: Pick<Logger, 'warn' | 'error'>
  now: Date
  /** Whether the text stays in the table once sent: for the demo's outbox alone, for codes stand in it. */
  keepTexts: boolean
}

/** Minutes of age at which an SMS is tried; after the last it has failed, for its code is too old by then. */
const tries = [0, 1, 2, 4, 8]

/**
 * Sends what waits, one SMS a transaction, and gives how many were sent. A crash between sending and marking sends
 * the same text a second time, never a lost one; several senders at once don't take the same.
 */
export async function sendQueued(sending: Sending): Promise<number> {
  let sent = 0
  for (;;) {
    const outcome = await sendNext(sending)
    if (outcome === 'nothing') return sent
    if (outcome === 'sent') sent += 1
  }
}

interface Waiting {
  id: number
  phone: string
  sender: string
  text: string
  attempts: number
}

async function sendNext({
  db,
  gateway,
  log,
  now,
  keepTexts,
}: Sending): Promise<'sent' | 'not-sent' | 'nothing'> {
  return db.begin(async tx => {
    const [sms] = await tx<Waiting[]>`
      select id, phone, sender, text, attempts from sms
      where state = 'queued'
        and created_at + make_interval(mins => (${tries}::int[])[least(attempts + 1, ${tries.length}::int)]) <= ${now}
      order by id limit 1 for update skip locked`
    if (sms === undefined) return 'nothing'
    try {
      await gateway.send({ phone: sms.phone, sender: sms.sender, text: sms.text })
    } catch (error) {
      const last = sms.attempts + 1 >= tries.length
      log[last ? 'error' : 'warn'](
        { err: error, gateway: gateway.name, smsId: sms.id },
        'an SMS was not taken',
      )
      await tx`
        update sms set attempts = attempts + 1, last_error = ${reason(error)},
          state = ${last ? 'failed' : 'queued'}, text = ${last && !keepTexts ? '' : sms.text}
        where id = ${sms.id}`
      return 'not-sent'
    }
    await tx`
      update sms set attempts = attempts + 1, state = 'sent', sent_at = ${now}, text = ${keepTexts ? sms.text : ''}
      where id = ${sms.id}`
    return 'sent'
  })
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 200)
