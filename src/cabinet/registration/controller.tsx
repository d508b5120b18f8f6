import type { FastifyInstance } from 'fastify'
import { routes } from '../../routes.ts'
import { sendPage } from '../../web/html.ts'
import type { Cabinet } from '../cabinet.ts'
import { entranceCodeRoutes } from '../code-routes.tsx'
import { entranceFormRoutes } from '../entrance-form-routes.ts'
import { activate, register } from './actions.ts'
import { ActivatePage } from './activate-page.tsx'
import { registrationForm } from './form.ts'
import { RegisterPage } from './register-page.tsx'

/** `/auth/register` and `/auth/activate`. */
export function registration(app: FastifyInstance, cabinet: Cabinet): void {
  const { face, config } = cabinet
  const { passwordMinLength } = config

  entranceFormRoutes(app, cabinet, {
    page: routes.register,
    schema: registrationForm(face, passwordMinLength),
    show: (reply, form, status) =>
      sendPage(reply, <RegisterPage face={face} passwordMinLength={passwordMinLength} form={form} />, status),
    act: wish => register(cabinet, wish),
    onward: routes.activate.to(),
  })

  entranceCodeRoutes(app, cabinet, {
    purpose: 'registration',
    page: routes.activate,
    again: routes.activateAgain,
    show: (_who, reply, { phone }, status, form) =>
      sendPage(reply, <ActivatePage face={face} phone={phone} {...(form && { form })} />, status),
    redeem: (_who, device, code) => activate(cabinet, device, code),
  })
}
