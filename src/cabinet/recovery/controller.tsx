import type { FastifyInstance, FastifyReply } from 'fastify'
import { routes } from '../../routes.ts'
import { type FilledForm, readForm } from '../../web/form.ts'
import { seeOther, sendPage } from '../../web/html.ts'
import type { Cabinet } from '../cabinet.ts'
import { entranceCodeRoutes } from '../code-routes.tsx'
import { deviceOf, faulty, signedOut, unlessTooMany } from '../entrance.ts'
import { finishRecovery, recover } from './actions.ts'
import { recoveryForm } from './form.ts'
import { RecoverCodePage } from './recover-code-page.tsx'
import { RecoverPage } from './recover-page.tsx'

/** `/auth/recover` and `/auth/recover/code`. */
export function recovery(app: FastifyInstance, cabinet: Cabinet): void {
  const { face, config } = cabinet
  const passwordMinLength = config.passwordMinLength

  const recoverPage = (reply: FastifyReply, form: FilledForm, status: number) =>
    sendPage(reply, <RecoverPage face={face} passwordMinLength={passwordMinLength} form={form} />, status)

  app.get(
    routes.recover.pattern,
    signedOut(cabinet, async (_request, reply) =>
      sendPage(reply, <RecoverPage face={face} passwordMinLength={passwordMinLength} />),
    ),
  )

  app.post(
    routes.recover.pattern,
    signedOut(cabinet, async (request, reply) => {
      const form = readForm(recoveryForm(face, passwordMinLength), request.body)
      if (!form.ok) return recoverPage(reply, form, 422)
      const device = deviceOf(cabinet, request, reply)
      return unlessTooMany(
        reply,
        face.t,
        async () => {
          await recover(cabinet, { ...form.value, device, address: request.ip })
          return seeOther(reply, routes.recoverCode.to())
        },
        message => recoverPage(reply, faulty(form.values, '', message), 429),
      )
    }),
  )

  entranceCodeRoutes(app, cabinet, {
    purpose: 'recovery',
    page: routes.recoverCode,
    again: routes.recoverAgain,
    show: (_who, reply, { phone }, status, form) =>
      sendPage(reply, <RecoverCodePage face={face} phone={phone} {...(form && { form })} />, status),
    redeem: (_who, device, code) => finishRecovery(cabinet, device, code),
  })
}
