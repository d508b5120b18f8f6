/** The database that the settings name: one's own server, or the embedded one of the data folder. */
import { ClearError } from './clear-error.ts'
import { connect } from './connection.ts'
import { openEmbedded } from './embedded/embedded.ts'

export interface Database {
  url: string
  embedded: boolean
  /** Stops the embedded PostgreSQL if nobody else uses it; a server of one's own is left alone. */
  close(): Promise<void>
}

const oldestMajor = 15

/** Opens it and sees that it answers. Throws ClearError: one line, and never with a password in it. */
export async function openDatabase(settings: {
  databaseUrl: string | null
  dataDir: string
}): Promise<Database> {
  if (settings.databaseUrl === null) return { embedded: true, ...(await openEmbedded(settings.dataDir)) }
  await checkServer(settings.databaseUrl)
  return { url: settings.databaseUrl, embedded: false, close: async () => {} }
}

async function checkServer(url: string): Promise<void> {
  const sql = connect(url, { max: 1 })
  try {
    const [row] = await sql<{ version: string; number: number }[]>`
      select current_setting('server_version') as version, current_setting('server_version_num')::int as number`
    if (row === undefined || row.number < oldestMajor * 10_000)
      throw new ClearError(
        `DATABASE_URL leads to PostgreSQL ${row?.version}, and the portal needs ${oldestMajor} or newer: upgrade that server, or leave DATABASE_URL out for the embedded one`,
      )
  } catch (error) {
    if (error instanceof ClearError) throw error
    throw unreachable(url, error)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** What goes wrong on the way to a server, by PostgreSQL's and the system's codes. */
function unreachable(url: string, error: unknown): ClearError {
  const { host, username, pathname } = new URL(url)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === '28P01' || code === '28000')
    return new ClearError(
      `PostgreSQL at ${host} refused the user ${username}: check the name and the password in DATABASE_URL`,
    )
  if (code === '3D000')
    return new ClearError(
      `PostgreSQL at ${host} has no database ${pathname.slice(1)}: create it (createdb), or name another in DATABASE_URL`,
    )
  return new ClearError(
    `No PostgreSQL answers at ${host} (${code || 'no reason given'}): start it, or correct DATABASE_URL`,
  )
}
