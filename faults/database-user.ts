/** A process that uses the embedded database of a folder until its input ends: what the faults kill and race. */
import { ClearError } from '../src/db/clear-error.ts'
import { openEmbedded } from '../src/db/embedded/embedded.ts'

process.on('SIGINT', () => {}) // as a server has a handler of its own

try {
  const database = await openEmbedded(process.argv[2] ?? '')
  console.log(database.url)
  await new Promise(resolve => process.stdin.resume().once('end', resolve))
  await database.close()
} catch (error) {
  console.log(error instanceof ClearError ? `ClearError: ${error.message}` : error)
  process.exitCode = 1
}
