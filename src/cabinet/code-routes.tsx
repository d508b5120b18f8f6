/** Typing in a code, and asking for another: the same three routes for whatever a code proves. */
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import { type CodePurpose, findPending, type Pending, type Unredeemed } from '../people/codes.ts'
import { routes } from '../routes.ts'
import { type FilledForm, readForm, typed } from '../web/form.ts'
import { seeOther, sendPage } from '../web/html.ts'
import type { Cabinet } from './cabinet.ts'
import { codeFault } from './code-form.tsx'
import { comeIn, deviceOf, faulty, refusalOf, sendCodeAgain, signedOut, unlessTooMany } from './entrance.ts'
import { codeForm } from './entrance-fields.ts'
import { NoCodePage } from './no-code-page.tsx'

interface Route {
  pattern: string
}

/** One purpose's own part. `W` is who asks, as its guard tells. */
interface CodeParts<W> {
  purpose: CodePurpose
  page: Route & { to(): string }
  again: Route
  /** Lets in whom these routes are for. */
  guard(
    handle: (who: W, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
  ): RouteHandlerMethod
  pending(who: W, device: string): Promise<Pending | null>
  /** Shows the form. */
  show(who: W, reply: FastifyReply, pending: Pending, status: number, form?: FilledForm): FastifyReply
  /** Answers where no code waits; `tried`: though one was typed in. */
  showNone(reply: FastifyReply, tried: boolean): FastifyReply
  /** Tries the code, and does what it proves. */
  redeem(who: W, device: string, code: string): Promise<{ state: 'in'; personId: number } | Unredeemed>
  /** Where the person finds themselves after a right code. */
  onward: string
}

/** The routes for whoever the guard lets in. */
export function codeRoutes<W>(app: FastifyInstance, cabinet: Cabinet, parts: CodeParts<W>): void {
  const { t } = cabinet.face

  const codePage = async (who: W, reply: FastifyReply, device: string, status: number, form?: FilledForm) => {
    const pending = await parts.pending(who, device)
    if (pending === null) return parts.showNone(reply, form !== undefined)
    return parts.show(who, reply, pending, status, form)
  }

  app.get(
    parts.page.pattern,
    parts.guard(async (who, request, reply) => codePage(who, reply, deviceOf(cabinet, request, reply), 200)),
  )

  app.post(
    parts.page.pattern,
    parts.guard(async (who, request, reply) => {
      const device = deviceOf(cabinet, request, reply)
      const form = readForm(codeForm(t), request.body)
      if (!form.ok) return codePage(who, reply, device, 422, form)
      const redeemed = await parts.redeem(who, device, form.value.code)
      if (redeemed.state === 'in') {
        await comeIn(cabinet, request, reply, redeemed.personId)
        return seeOther(reply, parts.onward)
      }
      if (redeemed.state === 'none') return parts.showNone(reply, true)
      const status = refusalOf(reply, redeemed)
      return codePage(who, reply, device, status, faulty(form.values, 'code', codeFault(t, redeemed)))
    }),
  )

  app.post(
    parts.again.pattern,
    parts.guard(async (who, request, reply) => {
      const device = deviceOf(cabinet, request, reply)
      return unlessTooMany(
        reply,
        t,
        async () => {
          const bond = { purpose: parts.purpose, device }
          await sendCodeAgain(cabinet, bond, await parts.pending(who, device), request.ip)
          return seeOther(reply, parts.page.to())
        },
        (_message, seconds) => {
          const tooEarly = t.registration.code.tooEarly(seconds)
          return codePage(who, reply, device, 429, faulty(typed(request.body), '', tooEarly))
        },
      )
    }),
  )
}

type EntranceParts = Pick<CodeParts<null>, 'purpose' | 'page' | 'again' | 'show' | 'redeem'>

/** The routes for people who are signed out, and whom the right code signs in. */
export function entranceCodeRoutes(app: FastifyInstance, cabinet: Cabinet, parts: EntranceParts): void {
  codeRoutes(app, cabinet, {
    ...parts,
    guard: handle => signedOut(cabinet, (request, reply) => handle(null, request, reply)),
    pending: (_who, device) => findPending(cabinet.db, { purpose: parts.purpose, device }),
    showNone: (reply, tried) => sendPage(reply, <NoCodePage face={cabinet.face} />, tried ? 422 : 200),
    onward: routes.home.to(),
  })
}
