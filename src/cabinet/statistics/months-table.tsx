import type { LedgerRow } from '../../domain/ledger.ts'
import { routes } from '../../routes.ts'
import type { Texts } from '../../texts/texts.ts'
import { Balance, CubicMetres } from '../../ui/money.tsx'
import { BalanceHead, MoneyCells } from './balance-columns.tsx'
import type { Year } from './years.ts'

interface MonthsTableProps {
  t: Texts
  accountId: number
  year: Year
}

/** The manual's table, one row a month, in the order of the calendar, so that the balance is followed downwards. */
export function MonthsTable({ t, accountId, year: { year, rows, total } }: MonthsTableProps) {
  const words = t.statistics
  return (
    <section>
      <h2 id="months">{words.months(year)}</h2>
      <p>
        {words.opening(year)} <Balance t={t} value={total.opening} />
      </p>
      <div class="table-wrap">
        <table class="stack balances" aria-labelledby="months">
          <BalanceHead t={t} first={words.period} balance={words.balance}>
            <td />
          </BalanceHead>
          <tbody>
            {rows.map(row => (
              <MonthRow key={row.period} t={t} accountId={accountId} row={row} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              <td class="number" data-label={words.volume}>
                <CubicMetres t={t} value={total.volume} />
              </td>
              <MoneyCells t={t} moves={total} closing={total.closing} balance={words.balance} />
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      <p class="hint">
        {words.balanceNote} {words.methodNote}
      </p>
    </section>
  )
}

function MonthRow({ t, accountId, row }: { t: Texts; accountId: number; row: LedgerRow }) {
  const words = t.statistics
  const method = row.method === null || row.method === 'actual' ? null : words.methods[row.method]
  return (
    <tr>
      <th scope="row">{t.months.month(row.period)}</th>
      <td class="number" data-label={words.volume}>
        <div>
          <CubicMetres t={t} value={row.volume} />
          {method !== null && <small>{method}</small>}
        </div>
      </td>
      <MoneyCells t={t} moves={row} closing={row.closing} balance={words.balance} />
      <td>
        <a href={routes.invoice.to({ id: accountId, period: row.period })}>
          {words.invoice}
          <span class="visually-hidden">{words.invoiceOf(row.period)}</span>
        </a>
      </td>
    </tr>
  )
}
