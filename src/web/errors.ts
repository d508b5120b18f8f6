import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { sendPage } from './html.ts'

/** There is no such thing here, or it is another's: both answer the same. */
export class NotFound extends Error {
  readonly statusCode = 404
}

/** What came can't have come from our own form. */
export class BadRequest extends Error {
  readonly statusCode = 400
}

/** Too many tries; the page says when to come back. */
export class TooMany extends Error {
  readonly statusCode = 429
  /** Seconds until a try counts again. */
  readonly retryAfter: number
  constructor(retryAfter: number) {
    super('too many tries')
    this.retryAfter = Math.max(1, Math.ceil(retryAfter))
  }
}

export type ErrorKind = 'not-found' | 'bad-request' | 'foreign-origin' | 'too-many' | 'broken' | 'busy'

/** Dresses an error in the portal's own page. */
export type ErrorPage = (kind: ErrorKind, details: { reference: string; retryAfter?: number }) => VNode

/** The one place where errors become answers. What we did wrong is logged once, with its request's id. */
export function answerErrors(
  app: FastifyInstance,
  page: ErrorPage,
  /** What the portal stands on is away: the person can try again soon (503). */
  isUnavailable: (error: unknown) => boolean,
): void {
  app.setNotFoundHandler((request, reply) =>
    sendPage(reply, page('not-found', { reference: request.id }), 404),
  )

  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error, isUnavailable)
    const about = { route: request.routeOptions.url, status }
    if (status >= 500) request.log.error({ err: error, ...about }, 'a request failed by our fault')
    // never the address as it was typed: it may hold what is a person's own
    else if (status === 403 || status === 429) request.log.warn(about, 'a request was refused')
    if (error instanceof TooMany) reply.header('retry-after', error.retryAfter)
    if (status === 503) reply.header('retry-after', 10)
    return answer(request, reply, page, status, error instanceof TooMany ? error.retryAfter : undefined)
  })
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  page: ErrorPage,
  status: number,
  retryAfter?: number,
) {
  const details = retryAfter === undefined ? { reference: request.id } : { reference: request.id, retryAfter }
  return sendPage(reply, page(kindOf(status), details), status)
}

function kindOf(status: number): ErrorKind {
  if (status === 404 || status === 405) return 'not-found'
  if (status === 403) return 'foreign-origin'
  if (status === 429) return 'too-many'
  if (status === 503) return 'busy'
  return status < 500 ? 'bad-request' : 'broken'
}

function statusOf(error: unknown, isUnavailable: (error: unknown) => boolean): number {
  if (isUnavailable(error)) return 503
  if (typeof error !== 'object' || error === null) return 500
  return 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
}
