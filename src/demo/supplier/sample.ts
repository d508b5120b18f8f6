import type { Sql } from '../../db/connection.ts'

/** An account with a debt, in the words of the form that adds it, or null where there is none. */
export async function sampleAccount(sql: Sql): Promise<string | null> {
  const [found] = await sql<{ words: string }[]>`
    select concat_ws(', ', branches.name, settlements.name, streets.name, 'буд. ' || houses.number,
      'кв. ' || nullif(accounts.flat, ''), 'особовий рахунок ' || accounts.number) as words
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
  return found?.words ?? null
}
