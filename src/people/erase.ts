import type { Db } from '../db/connection.ts'
import { sessionLife } from './sessions.ts'

/** Days that a registration which nobody activated is kept, so that recovery can still finish it. */
const unfinishedDays = 30

/** Days after which a browser that a person has not signed in from is a stranger again. */
const deviceDays = 400

/**
 * Erases what is over: codes of more than a day ago (a late one still says that it is late), sessions that have
 * ended, counts whose windows have passed, registrations never finished, browsers long not seen.
 */
export async function eraseExpired(db: Db, now: Date): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const idleSince = new Date(now.getTime() - sessionLife.idleMinutes * 60_000)
  await db`delete from codes where expires_at < ${ago(1)}`
  await db`delete from sessions where expires_at <= ${now} or last_used_at <= ${idleSince}`
  await db`delete from limit_counts where window_start < ${ago(1)}`
  await db`delete from people where activated_at is null and created_at < ${ago(unfinishedDays)}`
  await db`delete from known_devices where seen_at < ${ago(deviceDays)}`
}
