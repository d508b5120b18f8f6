import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { checkPassword } from '../../people/password-check.ts'
import { routes } from '../../routes.ts'
import { type FilledForm, readForm, type Values } from '../../web/form.ts'
import { seeOther, sendPage } from '../../web/html.ts'
import { type Cabinet, sideAccounts, signedIn, type Visit } from '../cabinet.ts'
import { comeIn, deviceOf, faulty, unlessTooMany } from '../entrance.ts'
import { changePassword, nameMyself } from './actions.ts'
import { nameForm, passwordForm } from './form.ts'
import { newPhone } from './new-phone-controller.tsx'
import { type Done, ProfilePage } from './profile-page.tsx'

/** `/profile`, and what one changes there. */
export function profile(app: FastifyInstance, cabinet: Cabinet): void {
  const { face, config, db } = cabinet
  const passwordMinLength = config.passwordMinLength

  const page = (visit: Visit, reply: FastifyReply, form: FilledForm, status: number) => {
    const props = { face, side: sideAccounts(visit, face), person: visit.person, passwordMinLength, form }
    return sendPage(reply, <ProfilePage {...props} />, status)
  }

  app.get(
    routes.profile.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const props = { face, side: sideAccounts(visit, face), person: visit.person, passwordMinLength }
      return sendPage(reply, <ProfilePage {...props} done={doneIn(request)} />)
    }),
  )

  app.post(
    routes.profileName.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const form = readForm(nameForm(face.t), request.body)
      if (!form.ok) return page(visit, reply, form, 422)
      await nameMyself(db, visit.person.id, form.value.name)
      return seeOther(reply, routes.profile.to({ done: 'name' }))
    }),
  )

  app.post(
    routes.profilePassword.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const { person } = visit
      const form = readForm(passwordForm(face, person.phone, passwordMinLength), request.body)
      if (!form.ok) return page(visit, reply, form, 422)
      const again = (field: string, message: string, status: number) =>
        page(visit, reply, faulty(form.values, field, message), status)
      return unlessTooMany(
        reply,
        face.t,
        async () => {
          if (!(await isOwnPassword(cabinet, visit, request, reply, form.value.current)))
            return again('current', face.t.profile.faults.wrongPassword, 422)
          await changePassword(cabinet, person, form.value.newPassword)
          await comeIn(cabinet, request, reply, person.id)
          return seeOther(reply, routes.profile.to({ done: 'password' }))
        },
        message => again('', message, 429),
      )
    }),
  )

  newPhone(app, cabinet, {
    again: (visit, reply, values: Values, field, message, status) =>
      page(visit, reply, faulty(values, field, message), status),
    faulty: (visit, reply, form) => page(visit, reply, form, 422),
    isOwnPassword: (visit, request, reply, password) =>
      isOwnPassword(cabinet, visit, request, reply, password),
  })
}

/** Whether it is the signed-in person's password. Throws TooMany. */
async function isOwnPassword(
  cabinet: Cabinet,
  { person }: Visit,
  request: FastifyRequest,
  reply: FastifyReply,
  password: string,
): Promise<boolean> {
  const device = deviceOf(cabinet, request, reply)
  const tried = { phone: person.phone, password, device, address: request.ip, now: cabinet.clock() }
  return (await checkPassword(cabinet.db, tried)) === person.id
}

const everyDone: readonly Done[] = ['name', 'phone', 'password']

function doneIn(request: FastifyRequest): Done | null {
  const { done } = request.query as { done?: unknown } // unknown is what anyone may send
  return everyDone.find(known => known === done) ?? null
}
