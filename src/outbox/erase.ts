import type { Db } from '../db/connection.ts'

const keptDays = 30

/** Erases the SMS of more than thirty days ago. */
export async function eraseOldSms(db: Db, now: Date): Promise<void> {
  await db`delete from sms where created_at < ${now}::timestamptz - make_interval(days => ${keptDays})`
}
