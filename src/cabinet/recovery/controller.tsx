import type { FastifyInstance } from 'fastify'
import { routes } from '../../routes.ts'
import { sendPage } from '../../web/html.ts'
import type { Cabinet } from '../cabinet.ts'
import { entranceCodeRoutes } from '../code-routes.tsx'
import { entranceFormRoutes } from '../entrance-form-routes.ts'
import { finishRecovery, recover } from './actions.ts'
import { recoveryForm } from './form.ts'
import { RecoverCodePage } from './recover-code-page.tsx'
import { RecoverPage } from './recover-page.tsx'

/** `/auth/recover` and `/auth/recover/code`. */
export function recovery(app: FastifyInstance, cabinet: Cabinet): void {
  const { face, config } = cabinet
  const { passwordMinLength } = config

  entranceFormRoutes(app, cabinet, {
    page: routes.recover,
    schema: recoveryForm(face, passwordMinLength),
    show: (reply, form, status) =>
      sendPage(reply, <RecoverPage face={face} passwordMinLength={passwordMinLength} form={form} />, status),
    act: wish => recover(cabinet, wish),
    onward: routes.recoverCode.to(),
  })

  entranceCodeRoutes(app, cabinet, {
    purpose: 'recovery',
    page: routes.recoverCode,
    again: routes.recoverAgain,
    show: (_who, reply, { phone }, status, form) =>
      sendPage(reply, <RecoverCodePage face={face} phone={phone} {...(form && { form })} />, status),
    redeem: (_who, device, code) => finishRecovery(cabinet, device, code),
  })
}
