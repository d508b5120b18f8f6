import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** What a browser holds for us: who is signed in, and which browser this is. Both are random and mean nothing alone. */
export type CookieName = 'session' | 'device'

/** Over https a cookie bears the `__Host-` prefix, so that no other host can set it. */
export function cookies(https: boolean) {
  const named = (name: CookieName) => (https ? `__Host-${name}` : name)
  const common = { path: '/', httpOnly: true, sameSite: 'lax', secure: https } as const
  return {
    read: (request: FastifyRequest, name: CookieName): string | null => request.cookies[named(name)] ?? null,
    /** Without `maxAge` (seconds) it goes when the browser closes. */
    set: (reply: FastifyReply, name: CookieName, value: string, maxAge?: number): void => {
      reply.setCookie(named(name), value, maxAge === undefined ? common : { ...common, maxAge })
    },
    clear: (reply: FastifyReply, name: CookieName): void => {
      reply.clearCookie(named(name), common)
    },
  }
}

export type Cookies = ReturnType<typeof cookies>
