import type { FastifyInstance } from 'fastify'

/** Alive: the process answers. Ready: what it needs answers too (503 where not). */
export function health(
  app: FastifyInstance,
  options: { alive: string; ready: string; isReady: () => PromiseLike<unknown> },
): void {
  app.get(options.alive, async () => ({ status: 'alive' }))
  app.get(options.ready, async (_request, reply) => {
    try {
      await options.isReady()
      return { status: 'ready' }
    } catch {
      return reply.code(503).header('retry-after', '10').send({ status: 'not ready' })
    }
  })
}
