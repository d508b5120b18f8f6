import type { FastifyInstance, FastifyReply } from 'fastify'
import { findPending } from '../../people/codes.ts'
import { routes } from '../../routes.ts'
import { type FilledForm, readForm, typed } from '../../web/form.ts'
import { seeOther, sendPage } from '../../web/html.ts'
import type { Cabinet } from '../cabinet.ts'
import { codeFault } from '../code-form.tsx'
import { comeIn, deviceOf, faulty, refusalOf, sendCodeAgain, signedOut, unlessTooMany } from '../entrance.ts'
import { codeForm } from '../entrance-fields.ts'
import { NoCodePage } from '../no-code-page.tsx'
import { activate, register } from './actions.ts'
import { ActivatePage } from './activate-page.tsx'
import { registrationForm } from './form.ts'
import { RegisterPage } from './register-page.tsx'

/** `/auth/register` and `/auth/activate`. */
export function registration(app: FastifyInstance, cabinet: Cabinet): void {
  const { face, config, db } = cabinet
  const passwordMinLength = config.passwordMinLength

  const registerPage = (reply: FastifyReply, form: FilledForm, status: number) =>
    sendPage(reply, <RegisterPage face={face} passwordMinLength={passwordMinLength} form={form} />, status)

  const activatePage = async (reply: FastifyReply, device: string, status: number, form?: FilledForm) => {
    const pending = await findPending(db, { purpose: 'registration', device })
    if (pending === null) return sendPage(reply, <NoCodePage face={face} />, form ? 422 : status)
    return sendPage(reply, <ActivatePage face={face} phone={pending.phone} {...(form && { form })} />, status)
  }

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

  app.get(
    routes.activate.pattern,
    signedOut(cabinet, async (request, reply) => activatePage(reply, deviceOf(cabinet, request, reply), 200)),
  )

  app.post(
    routes.activate.pattern,
    signedOut(cabinet, async (request, reply) => {
      const device = deviceOf(cabinet, request, reply)
      const form = readForm(codeForm(face.t), request.body)
      if (!form.ok) return activatePage(reply, device, 422, form)
      const activated = await activate(cabinet, device, form.value.code)
      if (activated.state === 'none') return sendPage(reply, <NoCodePage face={face} />, 422)
      if (activated.state !== 'in') {
        const status = refusalOf(reply, activated)
        return activatePage(reply, device, status, faulty(form.values, 'code', codeFault(face, activated)))
      }
      await comeIn(cabinet, request, reply, activated.personId)
      return seeOther(reply, routes.home.to())
    }),
  )

  app.post(
    routes.activateAgain.pattern,
    signedOut(cabinet, async (request, reply) => {
      const device = deviceOf(cabinet, request, reply)
      return unlessTooMany(
        reply,
        face.t,
        async () => {
          const bond = { purpose: 'registration', device } as const
          await sendCodeAgain(cabinet, bond, await findPending(db, bond), request.ip)
          return seeOther(reply, routes.activate.to())
        },
        message => activatePage(reply, device, 429, faulty(typed(request.body), '', message)),
      )
    }),
  )
}
