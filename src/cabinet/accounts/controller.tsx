import type { FastifyInstance, FastifyReply } from 'fastify'
import { paymentOffer } from '../../payments/offer.ts'
import { recentPayments } from '../../payments/recent.ts'
import type { HeldAccount } from '../../people/held-accounts.ts'
import { nameAccount, unlinkAccount } from '../../people/links.ts'
import { routes } from '../../routes.ts'
import { type FilledForm, readForm } from '../../web/form.ts'
import { seeOther, sendPage } from '../../web/html.ts'
import { accountTitle, type Cabinet, heldAccount, sideAccounts, signedIn, type Visit } from '../cabinet.ts'
import { AccountPage } from './account-page.tsx'
import { adding } from './adding.tsx'
import { ownNameForm } from './form.ts'
import { RemovalPage } from './removal-page.tsx'

/** A person's accounts: adding one, its page, its name, taking it off the list. */
export function accounts(app: FastifyInstance, cabinet: Cabinet): void {
  const { db, face, gateways } = cabinet

  async function show(visit: Visit, account: HeldAccount, reply: FastifyReply, view: View) {
    const { form, named: justNamed = false } = view
    const page = (
      <AccountPage
        face={face}
        side={sideAccounts(visit, face)}
        account={account}
        title={accountTitle(account, face)}
        offer={paymentOffer(account, gateways)}
        payments={await recentPayments(db, visit.person.id, account.id)}
        justNamed={justNamed}
        {...(form === undefined ? {} : { form })}
      />
    )
    return sendPage(reply, page, form === undefined ? 200 : 422)
  }

  adding(app, cabinet)

  app.get(
    routes.account.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const { done } = request.query as { done?: unknown } // unknown is what anyone may send
      return show(visit, named(visit, request.params), reply, { named: done === 'name' })
    }),
  )

  app.post(
    routes.accountName.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const account = named(visit, request.params)
      const form = readForm(ownNameForm(face.t), request.body)
      if (!form.ok) return show(visit, account, reply, { form })
      await nameAccount(db, visit.person.id, account.id, form.value.ownName)
      return seeOther(reply, routes.account.to({ id: account.id }, { done: 'name' }))
    }),
  )

  app.get(
    routes.accountRemoval.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const account = named(visit, request.params)
      return sendPage(reply, <RemovalPage face={face} side={sideAccounts(visit, face)} account={account} />)
    }),
  )

  app.post(
    routes.accountRemoval.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      await unlinkAccount(db, visit.person.id, named(visit, request.params).id)
      return seeOther(reply, routes.home.to({ done: 'removed' }))
    }),
  )
}

/** What the page says of an act just tried: the name's form came back, or the name was saved. */
interface View {
  form?: FilledForm
  named?: boolean
}

/** The account in the address among those the person holds. */
function named(visit: Visit, parameters: unknown): HeldAccount {
  const id =
    typeof parameters === 'object' && parameters !== null && 'id' in parameters ? parameters.id : null
  return heldAccount(visit, id)
}
