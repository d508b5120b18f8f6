import type { Db } from '../../db/connection.ts'

export interface NewMessage {
  personId: number
  /** An account that the person holds, or null. */
  accountId: number | null
  subject: string
  body: string
  /** It looked like meter readings, and the person said that it is something else. */
  insisted: boolean
  now: Date
}

/** Keeps a message for the supplier to read. */
export async function sendMessage(db: Db, message: NewMessage): Promise<void> {
  const { personId, accountId, subject, body, insisted, now } = message
  await db`
    insert into messages (person_id, account_id, subject, body, insisted, created_at)
    values (${personId}, ${accountId}, ${subject}, ${body}, ${insisted}, ${now})`
}
