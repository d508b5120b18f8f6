import type { FastifyInstance } from 'fastify'
import type { Sql } from '../../db/connection.ts'
import { due } from '../../domain/ledger.ts'
import { routes } from '../../routes.ts'
import { sampleAccounts } from './queries.ts'

/** `/demo/accounts.json`, in demo mode alone: accounts that anyone may add to try the cabinet. Sums in kopiykas. */
export function demoAccountsJson(app: FastifyInstance, { db }: { db: Sql }): void {
  app.get(routes.demoAccountsJson.pattern, async () => {
    const samples = await sampleAccounts(db)
    return samples.map(({ closing, outsideBalance, ...words }) => ({
      ...words,
      balance: Number(closing),
      due: Number(due(closing, outsideBalance)),
    }))
  })
}
