/** How many statements something costs, as the database's driver sends them. */
import type { Sql } from '../src/db/connection.ts'

/** Runs the act and gives the SQL that it sent over this pool; a new connection's own questions are left out. */
export async function statementsOf(db: Sql, act: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = []
  const before = db.options.debug
  // The driver looks at this option at each statement.
  db.options.debug = (_connection, query) => {
    if (!query.includes('pg_catalog.pg_type')) sent.push(query)
  }
  try {
    await act()
  } finally {
    db.options.debug = before
  }
  return sent
}
