const lost =
  /^(57P0[1-5]|53300|CONNECTION_(CLOSED|DESTROYED|ENDED)|CONNECT_TIMEOUT|ECONNRESET|ECONNREFUSED|ETIMEDOUT|EPIPE)$/

/**
 * The database is away or going: by PostgreSQL's codes for a session that it ends or can't begin, and the driver's and
 * the system's for a socket that closed. It can be tried again soon.
 */
export function isConnectionLost(error: unknown): boolean {
  return error instanceof Error && 'code' in error && lost.test(String(error.code))
}
