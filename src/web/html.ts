import type { FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** Sends a whole page. 200 unless said otherwise. */
export function sendPage(reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>${renderToString(page)}`)
}

/** Sends the browser on to another page of ours, by GET, as every act ends (303). */
export function seeOther(reply: FastifyReply, path: string): FastifyReply {
  return reply.redirect(path, 303)
}
