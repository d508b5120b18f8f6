import type { Db } from '../db/connection.ts'

export interface NewSms {
  /** Twelve digits. */
  phone: string
  sender: string
  text: string
  now: Date
}

/** The channel on which the worker hears that an SMS waits. */
export const smsQueued = 'sms_queued'

/**
 * Queues an SMS in the caller's transaction: it goes if that commits, and only then. The worker hears of it at once,
 * and looks each minute besides, for a notification may be lost.
 */
export async function queueSms(tx: Db, { phone, sender, text, now }: NewSms): Promise<void> {
  // a line end would let a text say what its template doesn't
  const line = text.replace(/\s+/g, ' ').trim()
  await tx`
    with queued as (
      insert into sms (phone, sender, text, created_at) values (${phone}, ${sender}, ${line}, ${now})
    )
    select pg_notify(${smsQueued}, '')`
}
