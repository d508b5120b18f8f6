/** Which accounts a person holds: adding one by its address and number, naming it, taking it off. */
import type { Db, Sql } from '../db/connection.ts'
import { TooMany } from '../web/errors.ts'
import { accountsPerPerson } from './held-accounts.ts'
import { countTry, giveBackTry, type Limit } from './limits.ts'

/** What a person says of the account: it must be the same account's house, flat and number. */
export interface AccountClaim {
  houseId: number
  /** '' where there is none. */
  flat: string
  number: string
}

/** Who says it: the person, and the network address they say it from. */
export interface Claimant {
  personId: number
  address: string
  now: Date
}

/** `no-match` names no part: whoever guesses learns nothing of it. `retryAfter` is in seconds. */
export type Claimed =
  | { state: 'linked' | 'held'; accountId: number }
  | { state: 'no-match' | 'full' }
  | { state: 'too-many'; retryAfter: number }

const wrongByPerson: Limit = { name: 'wrong-accounts-of-person', windows: [{ minutes: 60, most: 10 }] }
const wrongFromAddress: Limit = { name: 'wrong-accounts-from-address', windows: [{ minutes: 60, most: 30 }] }

/**
 * Adds the account that fits the claim to those the person holds; whatever its state is, for a debt outlives it.
 * Each try is counted before it is looked at, so that no two at once pass the limit, and taken back unless it was wrong.
 */
export async function claimAccount(db: Sql, claimant: Claimant, claim: AccountClaim): Promise<Claimed> {
  const { personId, address, now } = claimant
  try {
    await countTry(db, wrongByPerson, String(personId), now)
    await countTry(db, wrongFromAddress, address, now)
  } catch (error) {
    if (error instanceof TooMany) return { state: 'too-many', retryAfter: error.retryAfter }
    throw error
  }
  const linked = await linkAccount(db, personId, claim, now)
  if (linked.state !== 'no-match') {
    await giveBackTry(db, wrongByPerson, String(personId), now)
    await giveBackTry(db, wrongFromAddress, address, now)
  }
  return linked
}

async function linkAccount(db: Sql, personId: number, claim: AccountClaim, now: Date): Promise<Claimed> {
  return db.begin(async tx => {
    // Two at once must not pass the number of accounts together.
    await tx`select from people where id = ${personId} for update`
    const [found] = await tx<{ id: number; held: boolean; count: number }[]>`
      select accounts.id,
        exists (select from account_links where person_id = ${personId} and account_id = accounts.id) as held,
        (select count(*) from account_links where person_id = ${personId})::integer as count
      from accounts
      where number = ${claim.number} and house_id = ${claim.houseId} and flat = ${claim.flat}`
    if (!found) return { state: 'no-match' }
    if (found.held) return { state: 'held', accountId: found.id }
    if (found.count >= accountsPerPerson) return { state: 'full' }
    await tx`
      insert into account_links (person_id, account_id, linked_at) values (${personId}, ${found.id}, ${now})`
    return { state: 'linked', accountId: found.id }
  })
}

/** Gives an account that the person holds a name of their own; '' takes it away. */
export async function nameAccount(
  db: Db,
  personId: number,
  accountId: number,
  ownName: string,
): Promise<void> {
  await db`
    update account_links set own_name = ${ownName}
    where person_id = ${personId} and account_id = ${accountId}`
}

/** Takes an account off the person's list. The account, its months and its payments stay. */
export async function unlinkAccount(db: Db, personId: number, accountId: number): Promise<void> {
  await db`delete from account_links where person_id = ${personId} and account_id = ${accountId}`
}
