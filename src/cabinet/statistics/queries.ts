import type { Db } from '../../db/connection.ts'
import type { LedgerRow } from '../../domain/ledger.ts'
import { periodOfDate } from '../../domain/period.ts'

/** Fifty years of months: more than any account has. */
const mostMonths = 600

/** All published months of an account, the oldest first. The account must be the person's own already. */
export async function ledgerOf(db: Db, accountId: number): Promise<LedgerRow[]> {
  const rows = await db<(Omit<LedgerRow, 'period'> & { period: string })[]>`
    select period, volume, method, price, opening, charged, recalculated, penalty, paid, subsidy, benefit, closing
    from ledger_rows where account_id = ${accountId} order by period desc limit ${mostMonths}`
  return rows.map(row => ({ ...row, period: periodOfDate(row.period) })).reverse()
}
