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
import { finishRecovery, recover } from './actions.ts'
import { recoveryForm } from './form.ts'
import { RecoverCodePage } from './recover-code-page.tsx'
import { RecoverPage } from './recover-page.tsx'

/** `/auth/recover` and `/auth/recover/code`. */
export function recovery(app: FastifyInstance, cabinet: Cabinet): void {
  const { face, config, db } = cabinet
  const passwordMinLength = config.passwordMinLength

  const recoverPage = (reply: FastifyReply, form: FilledForm, status: number) =>
    sendPage(reply, <RecoverPage face={face} passwordMinLength={passwordMinLength} form={form} />, status)

  const codePage = async (reply: FastifyReply, device: string, status: number, form?: FilledForm) => {
    const pending = await findPending(db, { purpose: 'recovery', device })
    if (pending === null) return sendPage(reply, <NoCodePage face={face} />, form ? 422 : status)
    return sendPage(
      reply,
      <RecoverCodePage face={face} phone={pending.phone} {...(form && { form })} />,
      status,
    )
  }

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

  app.get(
    routes.recoverCode.pattern,
    signedOut(cabinet, async (request, reply) => codePage(reply, deviceOf(cabinet, request, reply), 200)),
  )

  app.post(
    routes.recoverCode.pattern,
    signedOut(cabinet, async (request, reply) => {
      const device = deviceOf(cabinet, request, reply)
      const form = readForm(codeForm(face.t), request.body)
      if (!form.ok) return codePage(reply, device, 422, form)
      const recovered = await finishRecovery(cabinet, device, form.value.code)
      if (recovered.state === 'none') return sendPage(reply, <NoCodePage face={face} />, 422)
      if (recovered.state !== 'in') {
        const status = refusalOf(reply, recovered)
        return codePage(reply, device, status, faulty(form.values, 'code', codeFault(face, recovered)))
      }
      await comeIn(cabinet, request, reply, recovered.personId)
      return seeOther(reply, routes.home.to())
    }),
  )

  app.post(
    routes.recoverAgain.pattern,
    signedOut(cabinet, async (request, reply) => {
      const device = deviceOf(cabinet, request, reply)
      return unlessTooMany(
        reply,
        face.t,
        async () => {
          const bond = { purpose: 'recovery', device } as const
          await sendCodeAgain(cabinet, bond, await findPending(db, bond), request.ip)
          return seeOther(reply, routes.recoverCode.to())
        },
        message => codePage(reply, device, 429, faulty(typed(request.body), '', message)),
      )
    }),
  )
}
