import type { Db } from '../db/connection.ts'
import type { Random } from '../domain/clock.ts'
import { newToken, tokenHash } from './tokens.ts'

export interface Person {
  id: number
  phone: string
  name: string
}

/** Minutes without a request after which a session ends, and hours after which it ends in any case. */
export const sessionLife = { idleMinutes: 60, absoluteHours: 12 }

/** The person of a live session, or null. Its last use is written at most once a minute. */
export async function findPersonBySession(db: Db, token: string, now: Date): Promise<Person | null> {
  const idleSince = new Date(now.getTime() - sessionLife.idleMinutes * 60_000)
  const minuteAgo = new Date(now.getTime() - 60_000)
  const [found] = await db<(Person & { lastUsedAt: Date })[]>`
    select people.id, people.phone, people.name, sessions.last_used_at
    from sessions join people on people.id = sessions.person_id
    where token_hash = ${tokenHash(token)} and expires_at > ${now} and last_used_at > ${idleSince}`
  if (!found) return null
  if (found.lastUsedAt < minuteAgo)
    await db`update sessions set last_used_at = ${now} where token_hash = ${tokenHash(token)}`
  return { id: found.id, phone: found.phone, name: found.name }
}

/** Begins a session and returns its token: only its hash is kept. From now on the browser is one that the person knows. */
export async function beginSession(
  db: Db,
  of: { personId: number; device: string; now: Date; random: Random },
): Promise<string> {
  const token = newToken(of.random)
  const expiresAt = new Date(of.now.getTime() + sessionLife.absoluteHours * 3_600_000)
  await db`
    with known as (
      insert into known_devices (person_id, device_hash, seen_at)
      values (${of.personId}, ${tokenHash(of.device)}, ${of.now})
      on conflict (person_id, device_hash) do update set seen_at = excluded.seen_at
    )
    insert into sessions (token_hash, person_id, device_hash, created_at, last_used_at, expires_at)
    values (${tokenHash(token)}, ${of.personId}, ${tokenHash(of.device)}, ${of.now}, ${of.now}, ${expiresAt})`
  return token
}

export async function endSession(db: Db, token: string): Promise<void> {
  await db`delete from sessions where token_hash = ${tokenHash(token)}`
}

/**
 * Ends all sessions of a person, as a new password or phone demands, and no browser is one that they know any more:
 * who made the change gets a new session.
 */
export async function endSessionsOf(db: Db, personId: number): Promise<void> {
  await db`
    with forgotten as (delete from known_devices where person_id = ${personId})
    delete from sessions where person_id = ${personId}`
}
