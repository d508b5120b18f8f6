import type { FastifyInstance } from 'fastify'
import { routes } from '../../routes.ts'
import { NotFound } from '../../web/errors.ts'
import { sendPage } from '../../web/html.ts'
import { type Cabinet, chosenAccount, sideAccounts, signedIn } from '../cabinet.ts'
import { ledgerOf } from './queries.ts'
import { StatisticsPage } from './statistics-page.tsx'
import { type Year, yearsOf } from './years.ts'

/** `/statistics?account=ID&year=YYYY`: the months of a year and all years of one account. */
export function statistics(app: FastifyInstance, cabinet: Cabinet): void {
  const { face } = cabinet

  app.get(
    routes.statistics.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const account = chosenAccount(visit, request.query)
      const years = account === null ? [] : yearsOf(await ledgerOf(cabinet.db, account.id))
      const shown = years.length === 0 ? null : chosenYear(years, request.query)
      const side = sideAccounts(visit, face)
      return sendPage(
        reply,
        <StatisticsPage face={face} side={side} account={account} years={years} shown={shown} />,
      )
    }),
  )
}

/** The year that `?year=` names, else the last one. Throws NotFound for a year without months. */
function chosenYear(years: readonly Year[], query: unknown): Year | null {
  if (typeof query !== 'object' || query === null || !('year' in query)) return years.at(-1) ?? null
  const found = years.find(({ year }) => String(year) === query.year)
  if (!found) throw new NotFound('no months of that year')
  return found
}
