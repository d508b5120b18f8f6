import type { LedgerRow, Movements } from '../../domain/ledger.ts'
import type { Kopiykas } from '../../domain/money.ts'
import { routes } from '../../routes.ts'
import type { Texts } from '../../texts/texts.ts'
import { Balance, CubicMetres, Money } from '../../ui/money.tsx'
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
          <thead>
            <tr>
              <th scope="col">{words.period}</th>
              <th scope="col" class="number">
                {words.volume}
              </th>
              <th scope="col" class="number">
                {words.charged}
              </th>
              <th scope="col" class="number">
                {words.paid}
              </th>
              <th scope="col" class="number">
                {words.balance}
              </th>
              <td />
            </tr>
          </thead>
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
              <MoneyCells t={t} moves={total} closing={total.closing} />
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
      <MoneyCells t={t} moves={row} closing={row.closing} />
      <td>
        <a href={routes.invoice.to({ id: accountId, period: row.period })}>
          {words.invoice}
          <span class="visually-hidden">{words.invoiceOf(row.period)}</span>
        </a>
      </td>
    </tr>
  )
}

/** Charged, paid, balance; under the first two, whatever else raised or lowered the balance. */
function MoneyCells({ t, moves, closing }: { t: Texts; moves: Movements; closing: Kopiykas }) {
  const words = t.statistics
  return (
    <>
      <td class="number" data-label={words.charged}>
        <div>
          <Money t={t} value={moves.charged} />
          <Besides t={t} label={words.recalculated} value={moves.recalculated} />
          <Besides t={t} label={words.penalty} value={moves.penalty} />
        </div>
      </td>
      <td class="number" data-label={words.paid}>
        <div>
          <Money t={t} value={moves.paid} />
          <Besides t={t} label={words.subsidy} value={moves.subsidy} />
          <Besides t={t} label={words.benefit} value={moves.benefit} />
        </div>
      </td>
      <td class="number" data-label={words.balance}>
        <Balance t={t} value={closing} />
      </td>
    </>
  )
}

/** «пеня 12,00 грн», where there was one; a sum that turned the other way bears its minus. */
function Besides({ t, label, value }: { t: Texts; label: string; value: Kopiykas }) {
  if (value === 0n) return null
  return (
    <small>
      {label} <Money t={t} value={value} />
    </small>
  )
}
