import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { routes } from '../../routes.ts'
import { type FilledForm, readForm, typed, type Values } from '../../web/form.ts'
import { seeOther, sendPage } from '../../web/html.ts'
import { type Cabinet, sideAccounts, signedIn, type Visit } from '../cabinet.ts'
import { codeFault } from '../code-form.tsx'
import { comeIn, deviceOf, faulty, refusalOf, sendCodeAgain, unlessTooMany } from '../entrance.ts'
import { codeForm } from '../entrance-fields.ts'
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

  const codePage = async (
    visit: Visit,
    reply: FastifyReply,
    device: string,
    status: number,
    form?: FilledForm,
  ) => {
    const pending = await pendingPhone(cabinet, visit.person, device)
    if (pending === null) return seeOther(reply, routes.profile.to())
    const props = { face, side: sideAccounts(visit, face), phone: pending.phone, ...(form && { form }) }
    return sendPage(reply, <PhoneCodePage {...props} />, status)
  }

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

  app.get(
    routes.profilePhoneCode.pattern,
    signedIn(cabinet, async (visit, request, reply) =>
      codePage(visit, reply, deviceOf(cabinet, request, reply), 200),
    ),
  )

  app.post(
    routes.profilePhoneCode.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const device = deviceOf(cabinet, request, reply)
      const form = readForm(codeForm(face.t), request.body)
      if (!form.ok) return codePage(visit, reply, device, 422, form)
      const changed = await changePhone(cabinet, visit.person, device, form.value.code)
      if (changed.state !== 'changed') {
        const status = refusalOf(reply, changed)
        return codePage(visit, reply, device, status, faulty(form.values, 'code', codeFault(face, changed)))
      }
      await comeIn(cabinet, request, reply, visit.person.id)
      return seeOther(reply, routes.profile.to({ done: 'phone' }))
    }),
  )

  app.post(
    routes.profilePhoneAgain.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const device = deviceOf(cabinet, request, reply)
      return unlessTooMany(
        reply,
        face.t,
        async () => {
          const pending = await pendingPhone(cabinet, visit.person, device)
          await sendCodeAgain(cabinet, { purpose: 'phone-change', device }, pending, request.ip)
          return seeOther(reply, routes.profilePhoneCode.to())
        },
        message => codePage(visit, reply, device, 429, faulty(typed(request.body), '', message)),
      )
    }),
  )
}
