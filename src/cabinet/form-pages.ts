import type { FastifyInstance } from 'fastify'
import { type Route, routes } from '../routes.ts'
import { seeOther } from '../web/html.ts'
import { type Cabinet, heldAccount, signedIn } from './cabinet.ts'

/**
 * The page on which each form stands. A form that came back stays at the address to which it was sent: who goes there
 * anew, by the address line, a bookmark or after signing in, finds the form.
 */
const formPages: readonly (readonly [Route<string>, Route<string>])[] = [
  [routes.accounts, routes.addAccount],
  [routes.payments, routes.home],
  [routes.messages, routes.contacts],
  [routes.profileName, routes.profile],
  [routes.profilePassword, routes.profile],
  [routes.profilePhone, routes.profile],
  [routes.profilePhoneAgain, routes.profilePhoneCode],
  [routes.activateAgain, routes.activate],
  [routes.recoverAgain, routes.recoverCode],
]

/** GET at the addresses that take forms. */
export function pagesOfForms(app: FastifyInstance, cabinet: Cabinet): void {
  for (const [form, page] of formPages)
    app.get(form.pattern, async (_request, reply) => seeOther(reply, page.pattern))

  app.get(
    routes.accountName.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const { id } = request.params as { id: string } // as the pattern names it
      return seeOther(reply, routes.account.to({ id: heldAccount(visit, id).id }))
    }),
  )
}
