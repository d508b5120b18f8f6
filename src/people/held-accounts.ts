import type { Db } from '../db/connection.ts'
import type { Address } from '../domain/address.ts'
import type { LedgerRow } from '../domain/ledger.ts'
import type { Kopiykas } from '../domain/money.ts'
import { periodOfDate } from '../domain/period.ts'

export type AccountState = 'open' | 'closed' | 'moved'

/** An account that a person holds in the cabinet, with the last published month and what was paid since. */
export interface HeldAccount {
  id: number
  number: string
  eic: string | null
  state: AccountState
  /** A name of the person's own, or ''. */
  ownName: string
  address: Address
  /** null where no month is published yet. */
  latest: LedgerRow | null
  /** Paid here, by anybody, and not held by the closing balance of `latest`, in kopiykas. */
  outsideBalance: Kopiykas
  /** The gateway is at work on a payment for this account, whoever of its holders pays. */
  checking: boolean
  /** That payment, where it is the person's own: nobody else may see its page. */
  checkingOwn: string | null
}

/** So many accounts one person can hold; the list at the side needs no pages. */
export const accountsPerPerson = 50

/** All accounts that a person holds, the one last added first. What a person owns is loaded through this alone. */
export async function accountsHeldBy(db: Db, personId: number): Promise<HeldAccount[]> {
  const rows = await db<HeldRow[]>`
    select accounts.id, accounts.number, accounts.eic, accounts.state, account_links.own_name,
      branches.name as branch, settlements.name as settlement, streets.name as street, houses.number as house, accounts.flat,
      latest.*,
      coalesce(outside.sum, 0)::bigint as outside_balance,
      checking.own is not null as checking, case when checking.own then checking.id end as checking_own
    from account_links
      join accounts on accounts.id = account_links.account_id
      join houses on houses.id = accounts.house_id
      join streets on streets.id = houses.street_id
      join settlements on settlements.id = streets.settlement_id
      join branches on branches.id = settlements.branch_id
      left join lateral (
        select period, volume, method, price, opening, charged, recalculated, penalty, paid, subsidy, benefit, closing
        from ledger_rows where account_id = accounts.id order by period desc limit 1
      ) latest on true
      left join lateral (
        select sum(amount) from payments_outside_balance where account_id = accounts.id
      ) outside on true
      left join lateral (
        select id, person_id is not distinct from ${personId} as own from payments
        where account_id = accounts.id and payments.state = 'pending'
        order by own desc, created_at desc limit 1
      ) checking on true
    where account_links.person_id = ${personId}
    order by account_links.linked_at desc, accounts.id desc
    limit ${accountsPerPerson}`
  return rows.map(heldAccount)
}

type LedgerColumns = Omit<LedgerRow, 'period'>

type HeldRow = Omit<HeldAccount, 'address' | 'latest'> &
  Address & { [K in keyof LedgerColumns]: LedgerColumns[K] } & { period: string | null }

function heldAccount(row: HeldRow): HeldAccount {
  const { branch, settlement, street, house, flat } = row
  const { volume, method, price, opening, charged, recalculated, penalty, paid, subsidy, benefit, closing } =
    row
  const moves = {
    volume,
    method,
    price,
    opening,
    charged,
    recalculated,
    penalty,
    paid,
    subsidy,
    benefit,
    closing,
  }
  return {
    id: row.id,
    number: row.number,
    eic: row.eic,
    state: row.state,
    ownName: row.ownName,
    address: { branch, settlement, street, house, flat },
    latest: row.period === null ? null : { period: periodOfDate(row.period), ...moves },
    outsideBalance: row.outsideBalance,
    checking: row.checking,
    checkingOwn: row.checkingOwn,
  }
}
