import type { FastifyInstance, FastifyRequest } from 'fastify'

/** A form of another site tried to act here. */
class ForeignOrigin extends Error {
  readonly statusCode = 403
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site sends in a person's name: by Fetch Metadata where the browser says it, else by Origin,
 * which every browser sends with a POST. Entrances for machines (which prove themselves by a signature) set
 * `config: { machine: true }` on their route.
 */
export function refuseForeignOrigins(app: FastifyInstance, ownOrigins: ReadonlySet<string>): void {
  app.addHook('onRequest', async request => {
    if (safe.has(request.method) || isForMachines(request)) return
    const site = request.headers['sec-fetch-site']
    const origin = request.headers.origin
    if (site !== undefined ? site !== 'same-origin' : origin === undefined || !ownOrigins.has(origin)) {
      throw new ForeignOrigin('a form of another site')
    }
  })
}

function isForMachines(request: FastifyRequest): boolean {
  const config: unknown = request.routeOptions.config
  return typeof config === 'object' && config !== null && 'machine' in config && config.machine === true
}
