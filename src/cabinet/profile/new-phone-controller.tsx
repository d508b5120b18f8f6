import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { routes } from '../../routes.ts'
import { type FilledForm, readForm, type Values } from '../../web/form.ts'
import { seeOther, sendPage } from '../../web/html.ts'
import { type Cabinet, sideAccounts, signedIn, type Visit } from '../cabinet.ts'
import { codeRoutes } from '../code-routes.tsx'
import { deviceOf, unlessTooMany } from '../entrance.ts'
import { askForPhone, changePhone, pendingPhone } from './actions.ts'
import { phoneForm } from './form.ts'
import { PhoneCodePage } from './phone-code-page.tsx'

/** What the profile lends to the change of phone, whose form stands on its page. */
interface ProfileParts {
  faulty(visit: Visit, reply: FastifyReply, form: FilledForm): FastifyReply
  again(
    visit: Visit,
    reply: FastifyReply,
    values: Values,
    field: string,
    message: string,
    status: number,
  ): FastifyReply
  isOwnPassword(
    visit: Visit,
    request: FastifyRequest,
    reply: FastifyReply,
    password: string,
  ): Promise<boolean>
}

/** Changing the phone: asked for with the password, proved by a code to the new one. */
export function newPhone(app: FastifyInstance, cabinet: Cabinet, parts: ProfileParts): void {
  const { face } = cabinet

  app.post(
    routes.profilePhone.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const form = readForm(phoneForm(face.t, visit.person.phone), request.body)
      if (!form.ok) return parts.faulty(visit, reply, form)
      const { phone, password } = form.value
      return unlessTooMany(
        reply,
        face.t,
        async () => {
          if (!(await parts.isOwnPassword(visit, request, reply, password))) {
            const message = face.t.profile.faults.wrongPassword
            return parts.again(visit, reply, form.values, 'password', message, 422)
          }
          const device = deviceOf(cabinet, request, reply)
          await askForPhone(cabinet, visit.person, { phone, device, address: request.ip })
          return seeOther(reply, routes.profilePhoneCode.to())
        },
        message => parts.again(visit, reply, form.values, '', message, 429),
      )
    }),
  )

  codeRoutes<Visit>(app, cabinet, {
    purpose: 'phone-change',
    page: routes.profilePhoneCode,
    again: routes.profilePhoneAgain,
    guard: handle => signedIn(cabinet, handle),
    pending: (visit, device) => pendingPhone(cabinet, visit.person, device),
    show: (visit, reply, { phone }, status, form) => {
      const props = { face, side: sideAccounts(visit, face), phone, ...(form && { form }) }
      return sendPage(reply, <PhoneCodePage {...props} />, status)
    },
    showNone: reply => seeOther(reply, routes.profile.to()),
    redeem: (visit, device, code) => changePhone(cabinet, visit.person, device, code),
    onward: routes.profile.to({ done: 'phone' }),
  })
}
