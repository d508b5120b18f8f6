import type { Db } from '../db/connection.ts'
import { sealText } from './sealed-text.ts'

export interface NewSms {
  /** Twelve digits. */
  phone: string
  sender: string
  text: string
  now: Date
  /** Seals the text while it waits; null in demo mode, whose outbox shows it. */
  smsSecret: string | null
}

/** The channel on which the worker hears that an SMS waits. */
export const smsQueued = 'sms_queued'

/**
 * Queues an SMS in the caller's transaction: it goes if that commits, and only then. The worker hears of it at once,
 * and looks each minute besides, for a notification may be lost.
 */
export async function queueSms(tx: Db, { phone, sender, text, now, smsSecret }: NewSms): Promise<void> {
  // a line end would let a text say what its template doesn't
  const line = text.replace(/\s+/g, ' ').trim()
  const kept = smsSecret === null ? line : sealText(smsSecret, phone, line)
  await tx`
    with queued as (
      insert into sms (phone, sender, text, created_at, next_try_at)
      values (${phone}, ${sender}, ${kept}, ${now}, ${now})
    )
    select pg_notify(${smsQueued}, '')`
}
