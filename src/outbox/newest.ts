import type { Db } from '../db/connection.ts'

export interface Sms {
  id: number
  /** Twelve digits. */
  to: string
  sender: string
  text: string
  /** When it was sent, or queued where it still waits. */
  sentAt: Date
}

/** The newest SMS, sent or waiting, newest first. */
export async function newestSms(db: Db, limit: number): Promise<Sms[]> {
  return db<Sms[]>`
    select id, phone as to, sender, text, coalesce(sent_at, created_at) as sent_at from sms
    order by id desc limit ${limit}`
}
