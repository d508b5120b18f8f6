import type { Db } from '../../db/connection.ts'

/** A message that the person sent, as the list shows it. */
export interface SentMessage {
  id: number
  subject: string
  body: string
  createdAt: Date
  /** The number of the account that it is about, or null. */
  accountNumber: string | null
}

/** The newest messages of a person, at most ten. */
export async function messagesOf(db: Db, personId: number): Promise<SentMessage[]> {
  return db<SentMessage[]>`
    select messages.id, subject, body, created_at, accounts.number as account_number
    from messages left join accounts on accounts.id = messages.account_id
    where person_id = ${personId}
    order by messages.id desc limit 10`
}
