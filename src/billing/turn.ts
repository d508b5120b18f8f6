import type { Sql } from '../db/connection.ts'

/** Names the lock under which one import runs at a time; any number, but for ever the same. */
const importLock = 7_204_153_002n

/** Takes the turn to import on a connection of one's own; waits while another import runs, and says so once. */
export async function takeTurn(db: Sql, onWait: () => void): Promise<void> {
  // An import of all the ledger may take its minutes.
  await db`set statement_timeout = 0`
  await db`set idle_in_transaction_session_timeout = 0`
  const [turn] = await db<{ mine: boolean }[]>`select pg_try_advisory_lock(${importLock}) as mine`
  if (turn?.mine) return
  onWait()
  await db`select pg_advisory_lock(${importLock})`
}
