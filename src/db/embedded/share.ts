/** One user's share in a running PostgreSQL: a shared lock on a connection of its own, gone when the process is. */
import postgres from 'postgres'

export interface Share {
  /** Gives it up; true where nobody else holds one. */
  leave(): Promise<boolean>
}

/** Names the lock; any number, but for ever the same. */
const shareLock = 7_204_153_009

/** Takes a share. `onLost` is told, once, when PostgreSQL has gone from under it. */
export async function holdShare(url: string, onLost: () => void): Promise<Share> {
  let held = false
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 10,
    max_lifetime: null, // a new connection would not hold the lock
    connection: { application_name: 'kabinet: in use' },
    onnotice: () => {},
    onclose: () => {
      if (held) onLost()
      held = false
    },
  })
  try {
    await sql`select pg_advisory_lock_shared(${shareLock})`
  } catch (error) {
    await sql.end({ timeout: 1 })
    throw error
  }
  held = true
  return {
    leave: async () => {
      held = false
      try {
        const others = await sql`
          select from pg_locks
          where locktype = 'advisory' and pid <> pg_backend_pid()
            and database = (select oid from pg_database where datname = current_database())
            and (classid::bigint << 32) | objid::bigint = ${shareLock}`
        return others.length === 0
      } catch {
        return true // it does not answer: whatever still runs of it is to be stopped
      } finally {
        await sql.end({ timeout: 5 })
      }
    },
  }
}
