import { ClearError } from '../db/clear-error.ts'
import { isConnectionLost } from '../db/connection-lost.ts'

/** Milliseconds in which a second signal may be the first one's echo. */
const patience = 2_000

/**
 * Resolves at the first wish to stop: SIGTERM, Ctrl-C, a closed terminal, or an error that nobody caught, which is
 * logged and makes the exit code 1. A second SIGTERM or Ctrl-C ends the process on the spot; but not within the first
 * seconds, for one Ctrl-C reaches us twice where npm passes it on.
 */
export function stopSignal(): Promise<'stop'> {
  return new Promise(resolve => {
    let impatientFrom = Number.POSITIVE_INFINITY
    const stop = () => {
      impatientFrom = Math.min(impatientFrom, Date.now() + patience)
      resolve('stop')
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (Date.now() > impatientFrom) process.exit(1)
        stop()
      })
    process.on('SIGHUP', stop)
    const uncaught = (error: unknown) => {
      console.error(error instanceof ClearError ? error.message : error)
      process.exitCode = 1
      stop()
    }
    process.on('uncaughtException', uncaught)
    process.on('unhandledRejection', error => {
      // the driver asks each new connection for its types and hears no refusal; the next statement finds out by itself
      if (isConnectionLost(error)) console.error(`The database is away: ${String(error)}`)
      else uncaught(error)
    })
  })
}
