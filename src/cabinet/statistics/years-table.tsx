import type { Texts } from '../../texts/texts.ts'
import { Balance, CubicMetres, Money } from '../../ui/money.tsx'
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
          <thead>
            <tr>
              <th scope="col">{words.year}</th>
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
                {words.yearBalance}
              </th>
            </tr>
          </thead>
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
      <td class="number" data-label={words.charged}>
        <Money t={t} value={total.charged} />
      </td>
      <td class="number" data-label={words.paid}>
        <Money t={t} value={total.paid} />
      </td>
      <td class="number" data-label={words.yearBalance}>
        <Balance t={t} value={total.closing} />
      </td>
    </tr>
  )
}
