import type { FastifyInstance, FastifyReply } from 'fastify'
import { checkPassword } from '../../people/password-check.ts'
import { endSession } from '../../people/sessions.ts'
import { routes } from '../../routes.ts'
import { type FilledForm, readForm } from '../../web/form.ts'
import { seeOther, sendPage } from '../../web/html.ts'
import type { Cabinet } from '../cabinet.ts'
import { comeIn, deviceOf, faulty, signedOut, unlessTooMany } from '../entrance.ts'
import { ownPath } from '../own-path.ts'
import { SignInPage } from '../sign-in-page.tsx'
import { signInForm } from './form.ts'

/** `/auth/login` and `/auth/logout`. */
export function signIn(app: FastifyInstance, cabinet: Cabinet): void {
  const { face, db, clock, cookies } = cabinet

  const again = (reply: FastifyReply, form: FilledForm, status: number) =>
    sendPage(reply, <SignInPage face={face} form={form} next={wished(form.values.next)} />, status)

  app.get(
    routes.login.pattern,
    signedOut(cabinet, async (request, reply) => {
      const { next, ended } = request.query as { next?: unknown; ended?: unknown } // unknown is what anyone may send
      return sendPage(reply, <SignInPage face={face} next={wished(next)} ended={ended === '1'} />)
    }),
  )

  app.post(
    routes.login.pattern,
    signedOut(cabinet, async (request, reply) => {
      const form = readForm(signInForm(face.t), request.body)
      if (!form.ok) return again(reply, form, 422)
      const device = deviceOf(cabinet, request, reply)
      return unlessTooMany(
        reply,
        face.t,
        async () => {
          const tried = { ...form.value, address: request.ip, device, now: clock() }
          const personId = await checkPassword(db, tried)
          if (personId === null) {
            request.log.info({ address: request.ip }, 'a sign-in was refused')
            return again(reply, faulty(form.values, 'password', face.t.signIn.refused), 422)
          }
          await comeIn(cabinet, request, reply, personId)
          return seeOther(reply, ownPath(form.value.next))
        },
        message => again(reply, faulty(form.values, '', message), 429),
      )
    }),
  )

  app.post(routes.logout.pattern, async (request, reply) => {
    const token = cookies.read(request, 'session')
    if (token !== null) await endSession(db, token)
    cookies.clear(reply, 'session')
    reply.header('clear-site-data', '"cache", "storage"')
    return seeOther(reply, routes.home.to())
  })
}

/** Where to go afterwards, as the form carries it: '' where it is the home page anyway. */
function wished(next: unknown): string {
  const path = ownPath(next)
  return path === routes.home.to() ? '' : path
}
