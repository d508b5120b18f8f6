import type { Sql } from '../../db/connection.ts'
import type { Address } from '../../domain/address.ts'

/** An account with a debt and a flat, in the words of the form that adds it, or null where there is none. */
export async function sampleAccount(sql: Sql): Promise<(Address & { number: string }) | null> {
  const [found] = await sql<(Address & { number: string })[]>`
    select branches.name as branch, settlements.name as settlement, streets.name as street, houses.number as house,
      accounts.flat, accounts.number
    from accounts
      join houses on houses.id = accounts.house_id
      join streets on streets.id = houses.street_id
      join settlements on settlements.id = streets.settlement_id
      join branches on branches.id = settlements.branch_id
      join lateral (
        select closing from ledger_rows where account_id = accounts.id order by period desc limit 1
      ) latest on latest.closing > 0
    where accounts.state = 'open' and accounts.flat <> ''
    order by accounts.id
    limit 1`
  return found ?? null
}
