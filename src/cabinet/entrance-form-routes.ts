/** The form that a code follows: the same two routes for registering and for recovering a password. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { z } from 'zod'
import { emptyForm, type FilledForm, readForm } from '../web/form.ts'
import { seeOther } from '../web/html.ts'
import type { Cabinet } from './cabinet.ts'
import { deviceOf, faulty, signedOut, unlessTooMany } from './entrance.ts'

/** From where a form was sent: the browser, and its network address. */
interface Whence {
  device: string
  address: string
}

interface FormParts<T> {
  page: { pattern: string }
  schema: z.ZodType<T>
  show(reply: FastifyReply, form: FilledForm, status: number): FastifyReply
  /** Does what was asked for. Throws TooMany. */
  act(wish: T & Whence): Promise<unknown>
  /** Where the code is typed in. */
  onward: string
}

/** The routes of a form for people who are signed out. */
export function entranceFormRoutes<T>(app: FastifyInstance, cabinet: Cabinet, parts: FormParts<T>): void {
  app.get(
    parts.page.pattern,
    signedOut(cabinet, async (_request, reply) => parts.show(reply, emptyForm, 200)),
  )

  app.post(
    parts.page.pattern,
    signedOut(cabinet, async (request, reply) => {
      const form = readForm(parts.schema, request.body)
      if (!form.ok) return parts.show(reply, form, 422)
      const device = deviceOf(cabinet, request, reply)
      return unlessTooMany(
        reply,
        cabinet.face.t,
        async () => {
          await parts.act({ ...form.value, device, address: request.ip })
          return seeOther(reply, parts.onward)
        },
        message => parts.show(reply, faulty(form.values, '', message), 429),
      )
    }),
  )
}
