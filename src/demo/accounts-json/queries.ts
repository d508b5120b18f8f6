import type { Db } from '../../db/connection.ts'
import type { Address } from '../../domain/address.ts'
import type { Kopiykas } from '../../domain/money.ts'

export interface SampleAccount extends Address {
  number: string
  /** The closing balance of the last published month. */
  closing: Kopiykas
  /** Paid here and not held by that balance. */
  outsideBalance: Kopiykas
}

/** So many accounts are looked at, spread evenly over all; enough to find every kind, and quick at any size. */
const lookedAt = 2_000

/**
 * Forty open accounts of every kind: in each branch those in debt, overpaid and settled, with a flat and without. The
 * kinds take turns, and the order depends on the billing's data alone, so that a payment here changes no place.
 */
export async function sampleAccounts(db: Db): Promise<SampleAccount[]> {
  return db<SampleAccount[]>`
    with spread as (
      select id, number, house_id, flat from accounts
      where state = 'open' and id % greatest(1, (select count(*) from accounts) / ${lookedAt}) = 0
    ),
    kinds as (
      select spread.id, spread.number, spread.flat, latest.closing,
        branches.name as branch, settlements.name as settlement, streets.name as street, houses.number as house,
        sign(latest.closing) as kind,
        row_number() over (
          partition by branches.id, sign(latest.closing), spread.flat = '' order by spread.number
        ) as turn
      from spread
        join houses on houses.id = spread.house_id
        join streets on streets.id = houses.street_id
        join settlements on settlements.id = streets.settlement_id
        join branches on branches.id = settlements.branch_id
        cross join lateral (
          select closing from ledger_rows where account_id = spread.id order by period desc limit 1
        ) latest
    )
    select branch, settlement, street, house, flat, number, closing,
      coalesce((
        select sum(amount) from payments_outside_balance where account_id = kinds.id
      ), 0)::bigint as outside_balance
    from kinds
    order by turn, kind desc, branch, flat = '', number
    limit 40`
}
