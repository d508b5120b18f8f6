/** The ways by which the portal and the demo gateway reach each other over HTTP, without a port. */
import type { FastifyInstance } from 'fastify'
import type { Deliver } from '../src/demo/gateway/delivery.ts'

/** fetch that ends in the application itself, whatever host is named. */
export function fetchInto(app: () => FastifyInstance): typeof fetch {
  return async (input, init) => {
    const { pathname, search } = new URL(String(input))
    const answer = await app().inject({
      method: init?.method === 'POST' ? 'POST' : 'GET',
      url: pathname + search,
      headers: Object.fromEntries(new Headers(init?.headers)),
      payload: String(init?.body ?? ''),
    })
    return new Response(answer.body, { status: answer.statusCode })
  }
}

/** The demo gateway's courier, which goes the same way. */
export function deliverInto(app: () => FastifyInstance): Deliver {
  const post = fetchInto(app)
  return async (url, body) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return (await post(url, { method: 'POST', headers, body })).status
  }
}
