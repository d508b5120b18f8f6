import type { FastifyInstance, FastifyReply } from 'fastify'
import { routes } from '../../routes.ts'
import { type FilledForm, readForm } from '../../web/form.ts'
import { seeOther, sendPage } from '../../web/html.ts'
import type { Cabinet } from '../cabinet.ts'
import { entranceCodeRoutes } from '../code-routes.tsx'
import { deviceOf, faulty, signedOut, unlessTooMany } from '../entrance.ts'
import { activate, register } from './actions.ts'
import { ActivatePage } from './activate-page.tsx'
import { registrationForm } from './form.ts'
import { RegisterPage } from './register-page.tsx'

/** `/auth/register` and `/auth/activate`. */
export function registration(app: FastifyInstance, cabinet: Cabinet): void {
  const { face, config } = cabinet
  const passwordMinLength = config.passwordMinLength

  const registerPage = (reply: FastifyReply, form: FilledForm, status: number) =>
    sendPage(reply, <RegisterPage face={face} passwordMinLength={passwordMinLength} form={form} />, status)

  app.get(
    routes.register.pattern,
    signedOut(cabinet, async (_request, reply) =>
      sendPage(reply, <RegisterPage face={face} passwordMinLength={passwordMinLength} />),
    ),
  )

  app.post(
    routes.register.pattern,
    signedOut(cabinet, async (request, reply) => {
      const form = readForm(registrationForm(face, passwordMinLength), request.body)
      if (!form.ok) return registerPage(reply, form, 422)
      const device = deviceOf(cabinet, request, reply)
      return unlessTooMany(
        reply,
        face.t,
        async () => {
          await register(cabinet, { ...form.value, device, address: request.ip })
          return seeOther(reply, routes.activate.to())
        },
        message => registerPage(reply, faulty(form.values, '', message), 429),
      )
    }),
  )

  entranceCodeRoutes(app, cabinet, {
    purpose: 'registration',
    page: routes.activate,
    again: routes.activateAgain,
    show: (_who, reply, { phone }, status, form) =>
      sendPage(reply, <ActivatePage face={face} phone={phone} {...(form && { form })} />, status),
    redeem: (_who, device, code) => activate(cabinet, device, code),
  })
}
