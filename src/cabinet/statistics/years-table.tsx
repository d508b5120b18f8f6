import type { Texts } from '../../texts/texts.ts'
import { CubicMetres } from '../../ui/money.tsx'
import { BalanceHead, MoneyCells } from './balance-columns.tsx'
import { type Total, totalOf, type Year } from './years.ts'

/** One row a year, the last one first, and what all of them came to. */
export function YearsTable({ t, years }: { t: Texts; years: readonly Year[] }) {
  const words = t.statistics
  const total = totalOf(years.flatMap(year => year.rows))
  return (
    <section>
      <h2 id="by-year">{words.byYear}</h2>
      <div class="table-wrap">
        <table class="stack balances" aria-labelledby="by-year">
          <BalanceHead t={t} first={words.year} balance={words.yearBalance} />
          <tbody>
            {years.toReversed().map(year => (
              <YearRow key={year.year} t={t} name={String(year.year)} total={year.total} />
            ))}
          </tbody>
          <tfoot>
            <YearRow t={t} name={words.total} total={total} />
          </tfoot>
        </table>
      </div>
    </section>
  )
}

function YearRow({ t, name, total }: { t: Texts; name: string; total: Total }) {
  const words = t.statistics
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number" data-label={words.volume}>
        <CubicMetres t={t} value={total.volume} />
      </td>
      <MoneyCells t={t} moves={total} closing={total.closing} balance={words.yearBalance} />
    </tr>
  )
}
