/** Builds the application on its real parts, listens, and stops gracefully. */
import { randomBytes } from 'node:crypto'
import { type AddressInfo, createServer } from 'node:net'
import pino from 'pino'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { ClearError } from './db/clear-error.ts'
import type { Sql } from './db/connection.ts'
import { createDocuments } from './documents/documents.ts'
import { paymentGateways } from './gateways/payments/gateways.ts'
import { loadSecret } from './secret.ts'
import type { Supplier } from './supplier.ts'

export interface Server {
  /** Where it listens, such as `http://127.0.0.1:8080`. */
  address: string
  /** Lets the requests under way finish, and leaves nothing open. */
  stop(): Promise<void>
}

/** Milliseconds that the requests under way have to finish when the server stops. */
const stopWithin = 10_000

/** Starts to serve. Throws ClearError where the port is taken. */
export async function startServer(config: Config, supplier: Supplier, db: Sql): Promise<Server> {
  const log = pino({ level: 'info' }, pino.destination({ dest: 2, sync: false }))
  const documents = createDocuments()
  const app = await buildApp({
    config,
    secret: loadSecret(config),
    supplier,
    db,
    clock: () => new Date(),
    random: randomBytes,
    gateways: paymentGateways(config),
    documents,
    log,
  })
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    await documents.close()
    await app.close()
    throw taken(error, config)
  }
  const { address, port } = app.server.address() as AddressInfo // it listens on a port, never on a pipe
  return {
    address: `http://${address}:${port}`,
    stop: async () => {
      const patience = setTimeout(() => app.server.closeAllConnections(), stopWithin)
      await app.close()
      clearTimeout(patience)
      await documents.close()
    },
  }
}

function taken(error: unknown, { host, port }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE')
    return new ClearError(
      `Port ${port} is taken by another program: stop that one, or choose another, such as KABINET_PORT=${port + 1} npm start`,
    )
  if (code === 'EADDRNOTAVAIL')
    return new ClearError(
      `KABINET_HOST=${host} is no address of this machine; an example: KABINET_HOST=127.0.0.1`,
    )
  if (code === 'EACCES')
    return new ClearError(
      `Port ${port} is not open to this user: choose one above 1023, such as KABINET_PORT=8080`,
    )
  return error
}

/** Looks whether the port is free before anything slow begins. Throws ClearError where it is taken. */
export async function refuseTakenPort(config: Config): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', error => reject(taken(error, config)))
    probe.listen({ host: config.host, port: config.port, exclusive: true }, () =>
      probe.close(() => resolve()),
    )
  })
}
