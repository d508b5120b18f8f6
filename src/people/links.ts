/** Which accounts a person holds: adding one by its address and number, naming it, taking it off. */
import type { Db, Sql } from '../db/connection.ts'
import { accountsPerPerson } from './held-accounts.ts'

/** What a person says of the account: it must be the same account's house, flat and number. */
export interface AccountClaim {
  houseId: number
  /** '' where there is none. */
  flat: string
  number: string
}

/** `no-match` names no part: whoever guesses learns nothing of it. */
export type Linked = { state: 'linked' | 'held'; accountId: number } | { state: 'no-match' | 'full' }

/** Adds the account that fits the claim to those the person holds; whatever its state is, for a debt outlives it. */
export async function linkAccount(
  db: Sql,
  personId: number,
  claim: AccountClaim,
  now: Date,
): Promise<Linked> {
  return db.begin(async tx => {
    // Two at once must not pass the limit together.
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
