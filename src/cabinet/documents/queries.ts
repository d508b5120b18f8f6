import type { Db } from '../../db/connection.ts'
import type { LedgerRow } from '../../domain/ledger.ts'
import { firstDay, type Period } from '../../domain/period.ts'

/** One published month of an account, whose it is, and when it was published. */
export interface PublishedMonth {
  row: LedgerRow
  /** '' where the billing names nobody. */
  holderName: string
  publishedAt: Date
}

/** The month of an account that the person holds already, or null where it is not published. */
export async function publishedMonth(
  db: Db,
  accountId: number,
  period: Period,
): Promise<PublishedMonth | null> {
  const [found] = await db<(Omit<LedgerRow, 'period'> & Omit<PublishedMonth, 'row'>)[]>`
    select volume, method, price, opening, charged, recalculated, penalty, paid, subsidy, benefit, closing,
      accounts.holder_name, imports.published_at
    from ledger_rows
      join accounts on accounts.id = ledger_rows.account_id
      join imports on imports.id = ledger_rows.import_id
    where account_id = ${accountId} and period = ${firstDay(period)}`
  if (!found) return null
  const { holderName, publishedAt, ...moves } = found
  return { row: { period, ...moves }, holderName, publishedAt }
}
