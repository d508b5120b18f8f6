import { ClearError } from '../db/clear-error.ts'

/**
 * Resolves at the first wish to stop: SIGTERM, Ctrl-C, a closed terminal, or an error that nobody caught, which is
 * logged and makes the exit code 1. A second SIGTERM or Ctrl-C ends the process on the spot.
 */
export function stopSignal(): Promise<'stop'> {
  return new Promise(resolve => {
    let asked = false
    const stop = () => {
      asked = true
      resolve('stop')
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (asked) process.exit(1)
        stop()
      })
    process.on('SIGHUP', stop)
    const uncaught = (error: unknown) => {
      console.error(error instanceof ClearError ? error.message : error)
      process.exitCode = 1
      stop()
    }
    process.on('uncaughtException', uncaught)
    process.on('unhandledRejection', uncaught)
  })
}
